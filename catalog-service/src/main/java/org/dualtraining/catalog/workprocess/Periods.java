package org.dualtraining.catalog.workprocess;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Year One", "2nd Year", "Semester 3": when something is learned, which is no name of what is learned. */
final class Periods {

    private static final String NUMBER = "(?:one|two|three|four|five|six|seven|eight|\\d{1,2}|[ivx]{1,4})";
    private static final String ORDINAL =
            "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|\\d{1,2}(?:st|nd|rd|th))";
    private static final String UNIT = "(?:year|semester|term|period|quarter|module|phase|level|step)";

    private static final Pattern PERIOD = Pattern.compile(
            "(?:.{0,40}?\\s)??((?:" + UNIT + "\\s+" + NUMBER + "|" + ORDINAL + "\\s+" + UNIT + ")s?)\\s*:?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ALONE = Pattern.compile(
            "(?:" + UNIT + "\\s+" + NUMBER + "|" + ORDINAL + "\\s+" + UNIT + ")s?\\s*:?", Pattern.CASE_INSENSITIVE);

    private Periods() {}

    static boolean isPeriod(String text) {
        return text.length() <= 60 && ALONE.matcher(text).matches();
    }

    /** The period at the end of a column's heading: "Competencies Year One". */
    static Optional<String> in(String text) {
        Matcher period = PERIOD.matcher(text);
        return text.length() <= 100 && period.matches() ? Optional.of(period.group(1)) : Optional.empty();
    }
}
