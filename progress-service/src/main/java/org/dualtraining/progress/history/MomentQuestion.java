package org.dualtraining.progress.history;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.dualtraining.kit.problem.Malformed;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The two times of a read. Use as {@code @BeanParam}. */
public class MomentQuestion {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int LATEST_YEAR = 2199;

    @Parameter(
            description =
                    "as of this day: an ISO date. What was completed later does not count; what expires or is due by"
                            + " then has expired or is overdue, up to 2199. Without it the day of `knownAt`, or today")
    @QueryParam("asOf")
    @Nullable
    String asOf;

    @Parameter(
            description =
                    "as it was known then: an ISO date, for all that was known by the end of that day in UTC, or an"
                            + " ISO instant such as 2026-05-16T14:03:11Z. Not in the future. Without it all that is known now")
    @QueryParam("knownAt")
    @Nullable
    String knownAt;

    /** Empty when neither time is asked: then the state that is kept answers. */
    public Optional<Moment> read(Clock clock) {
        if (asOf == null && knownAt == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant known = knownAt == null ? now : known(knownAt, now);
        LocalDate day = asOf == null ? LocalDate.ofInstant(known, ZoneOffset.UTC) : day(asOf);
        return Optional.of(new Moment(day, known));
    }

    private static LocalDate day(String text) {
        LocalDate day = date(text);
        if (day == null || day.getYear() > LATEST_YEAR) {
            throw new Malformed("asOf", "must be an ISO date of the years 1900 to 2199, such as 2026-05-15");
        }
        return day;
    }

    private static Instant known(String text, Instant now) {
        LocalDate day = date(text);
        if (day != null && !day.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            Instant end =
                    day.plusDays(1).atStartOfDay().minus(1, ChronoUnit.MICROS).toInstant(ZoneOffset.UTC);
            return end.isBefore(now) ? end : now;
        }
        Instant instant = day == null ? instant(text) : null;
        if (instant == null || instant.isAfter(now)) {
            throw new Malformed(
                    "knownAt",
                    "must be an ISO date or an ISO instant that is not in the future, from 1900 on, such as 2026-05-15 or"
                            + " 2026-05-15T14:03:11Z; a plus is percent-encoded");
        }
        return instant;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.isBefore(EARLIEST) ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** As finely as the database keeps times. */
    private static @Nullable Instant instant(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return time.toLocalDate().isBefore(EARLIEST)
                    ? null
                    : time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
