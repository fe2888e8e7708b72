package org.dualtraining.catalog.occupation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A RAPIDS code as people, documents and spreadsheets write it: {@code 0837}, {@code 837.0}, {@code 0837-HY}. The number
 * is the occupation's; the approach behind it says how a programme completes it and is kept apart.
 *
 * @param number four digits
 */
public record RapidsCode(String number, @Nullable Approach approach) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** Letters around the digits say nothing; a fraction is what a spreadsheet makes of a whole number. */
    private static final Pattern WRITTEN = Pattern.compile("(?:RAPIDS)?(?:CODE)?[:#]?[A-Z]{0,2}-?0*(\\d{1,4})(?:\\.0+)?"
            + "[-/(]?(?:(CB|HY|TB)|[A-Z])?(?:V\\d{1,2})?\\)?");

    /** The code that is written, or nothing when this is not the shape of one. */
    public static Optional<RapidsCode> parse(String written) {
        Matcher code = WRITTEN.matcher(BLANKS.matcher(written).replaceAll("").toUpperCase(Locale.ROOT));
        if (!code.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(code.group(1));
        return number == 0
                ? Optional.empty()
                : Optional.of(new RapidsCode(String.format(Locale.ROOT, "%04d", number), approach(code.group(2))));
    }

    private static @Nullable Approach approach(@Nullable String suffix) {
        return Stream.of(Approach.values())
                .filter(approach -> approach.suffix().equals(suffix))
                .findFirst()
                .orElse(null);
    }
}
