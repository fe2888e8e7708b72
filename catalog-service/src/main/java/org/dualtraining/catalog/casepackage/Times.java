package org.dualtraining.catalog.casepackage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates and times as files have them, and as the schemas want them. */
public final class Times {

    private static final Pattern ZONE_WITHOUT_COLON = Pattern.compile("(.*T.*[+-]\\d{2})(\\d{2})");
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private Times() {}

    static String write(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    /** As it is when it is a date and time with a zone; else the nearest that is one; empty when there is none. */
    static Optional<String> time(String text) {
        String trimmed = text.strip();
        if (RFC_3339.matcher(text).matches() && isRead(text)) {
            return Optional.of(text);
        }
        String zoned = ZONE_WITHOUT_COLON.matcher(trimmed.replace(' ', 'T')).replaceFirst("$1:$2");
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(zoned)));
        } catch (DateTimeException e) {
            // perhaps without a zone
        }
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    LocalDateTime.parse(zoned).atOffset(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            // perhaps without a time
        }
        return date(trimmed).map(day -> day + "T00:00:00Z");
    }

    private static boolean isRead(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The day of a date or of a date and time. */
    static Optional<String> date(String text) {
        try {
            String trimmed = text.strip();
            if (trimmed.length() > 10 && trimmed.charAt(10) != 'T' && trimmed.charAt(10) != ' ') {
                return Optional.empty();
            }
            return Optional.of(LocalDate.parse(trimmed.substring(0, Math.min(10, trimmed.length())))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static boolean isDate(String text) {
        return text.length() == 10 && date(text).isPresent();
    }

    /** The instant of a time that may have been evened out. */
    public static Optional<Instant> instant(String text) {
        return time(text).map(each -> OffsetDateTime.parse(each).toInstant());
    }
}
