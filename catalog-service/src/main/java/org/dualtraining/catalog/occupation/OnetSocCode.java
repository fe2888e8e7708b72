package org.dualtraining.catalog.occupation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An O*NET-SOC code as people and documents write it: {@code 29-2071.00}, {@code 29207100}, {@code SOC 29-2071}. Whether
 * there is such an occupation, and in which taxonomy, only the crosswalk knows.
 *
 * @param soc the six digits that O*NET shares with SOC, as {@code 29-2071}
 * @param detail the two digits that O*NET adds; {@code 00} when they were not written
 * @param isWholeSoc whether only the six digits were written, which also mean the specialties below them
 */
public record OnetSocCode(String soc, String detail, boolean isWholeSoc) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(?:O\\*?NET-?)?(?:SOC)?-?(?:CODE)?(?:\\(?20(?:10|18|19)\\)?)?[:#]?)?"
                    + "(\\d{2})-?(\\d{4})(?:\\.?(\\d{2}))?",
            Pattern.CASE_INSENSITIVE);

    /** The code that is written, or nothing when this is not the shape of one. */
    public static Optional<OnetSocCode> parse(String written) {
        String dense = BLANKS.matcher(written).replaceAll("");
        Matcher code = WRITTEN.matcher(DASHES.matcher(dense).replaceAll("-"));
        if (!code.matches()) {
            return Optional.empty();
        }
        String detail = code.group(3);
        return Optional.of(
                new OnetSocCode(code.group(1) + "-" + code.group(2), detail == null ? "00" : detail, detail == null));
    }

    /** The code in the one form in which it is stored and shown: {@code 29-2071.00}. */
    public String value() {
        return soc + "." + detail;
    }
}
