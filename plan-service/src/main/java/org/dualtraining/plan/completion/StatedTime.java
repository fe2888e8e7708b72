package org.dualtraining.plan.completion;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time that a learning system states, with a zone: the day of a completion is the day there.
 *
 * @param version microseconds since 1970, so that a later time is a higher version
 */
public record StatedTime(LocalDate day, long version) {

    /** What is right, for those whose time cannot be read. */
    public static final String EXPECTED =
            "must be a time with its zone, YYYY-MM-DDThh:mm:ss[.ffffff]Z or with +hh:mm, from 1970 to tomorrow";

    private static final Instant FIRST = Instant.EPOCH.plus(1, ChronoUnit.DAYS);

    /** Empty when it cannot be read, or lies before 1970 or after tomorrow. */
    public static Optional<StatedTime> of(String text, Clock clock) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            LocalDate tomorrow = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1);
            if (time.toInstant().isBefore(FIRST) || time.toLocalDate().isAfter(tomorrow)) {
                return Optional.empty();
            }
            return Optional.of(
                    new StatedTime(time.toLocalDate(), ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
