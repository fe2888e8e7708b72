package org.dualtraining.catalog.workprocess;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Hours;

/** Hours and other figures as documents write them: 500, 1,500, 500-1000 hours, 40 to 60 hrs. */
final class Figures {

    static final String FIGURE = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,6}(?:\\.\\d{1,2})?";

    private static final Pattern RANGE = Pattern.compile(
            "(?:(?:approx(?:imate(?:ly)?|\\.)?|estimated|total)\\s*)?(?:(?:hours?|hrs?\\.?)\\s*:?\\s*)?(" + FIGURE
                    + ")(?:\\s*(?:-|\\u2013|\\u2014|to)\\s*(" + FIGURE + "))?\\s*(?:hours?|hrs?\\.?)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY = Pattern.compile("(?<![\\d.,])(?:" + FIGURE + ")(?![\\d,])");

    private static final int LONGEST = 100;

    private Figures() {}

    /** One figure or two, when there is nothing else. */
    static Optional<Hours> hours(String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (text.length() > LONGEST || !range.matches()) {
            return Optional.empty();
        }
        BigDecimal minimum = number(range.group(1));
        return Optional.of(new Hours(minimum, range.group(2) == null ? minimum : number(range.group(2))));
    }

    static Optional<BigDecimal> figure(String text) {
        return hours(text)
                .filter(hours -> hours.minimum() != null
                        && hours.maximum() != null
                        && hours.minimum().compareTo(hours.maximum()) == 0)
                .map(Hours::minimum);
    }

    /** The last figure of a line such as "=SUM(ABOVE) 230". */
    static Optional<BigDecimal> last(String text) {
        if (text.length() > 300) {
            return Optional.empty();
        }
        Matcher last = ANY.matcher(text);
        Optional<BigDecimal> found = Optional.empty();
        while (last.find()) {
            found = Optional.of(number(last.group()));
        }
        return found;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", ""));
    }
}
