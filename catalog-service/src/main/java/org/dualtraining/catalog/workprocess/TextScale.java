package org.dualtraining.catalog.workprocess;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The scale of the ratings. It stands above the work processes or below each of them, and is no list of what is learned. */
final class TextScale {

    private static final Pattern SCALE_HEADING = Pattern.compile(
            "(?:[a-z]+ )?(?:rating|proficiency|competency|performance|skill) (?:scale|levels?|key)(?: [a-z]+)? ?:?");

    private static final Pattern SCALE = Pattern.compile("([0-5])\\s*[-=:\\u2013]\\s*\\p{L}.*", Pattern.DOTALL);
    private static final String LABEL = "Rating scale";

    private final Map<String, String> details;
    private boolean isInScale;

    TextScale(Map<String, String> details) {
        this.details = details;
    }

    boolean read(TextRow row, @Nullable TextRow next) {
        Matcher scale = SCALE.matcher(row.quoted());
        if (!scale.matches()) {
            isInScale = row.cells().size() == 1
                    && SCALE_HEADING.matcher(row.folded()).matches()
                    && next != null
                    && SCALE.matcher(next.quoted()).matches();
            return isInScale;
        }
        if (!isInScale && !details.containsKey(LABEL) && !opensScale(scale.group(1), next)) {
            return false;
        }
        isInScale = true;
        if (!details.getOrDefault(LABEL, "").contains(row.quoted())) {
            details.merge(LABEL, row.quoted(), (before, more) -> before + "; " + more);
        }
        return true;
    }

    /** No list of tasks begins with nought or counts down. */
    private static boolean opensScale(String figure, @Nullable TextRow next) {
        if (figure.equals("0")) {
            return true;
        }
        Matcher below = SCALE.matcher(next == null ? "" : next.quoted());
        return below.matches() && Integer.parseInt(below.group(1)) == Integer.parseInt(figure) - 1;
    }
}
