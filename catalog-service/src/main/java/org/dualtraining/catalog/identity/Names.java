package org.dualtraining.catalog.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How two wordings are compared. Folding is for recognition only: what is stored and shown stays verbatim. It evens out
 * what word processors change on their own (blanks, quotes, dashes, case) and nothing that a person would call a
 * different name.
 */
public final class Names {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[\\u2018\\u2019\\u201A\\u201B\\u2032\\u00B4`]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\\u201C\\u201D\\u201E\\u201F\\u2033\\u00AB\\u00BB]");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern SHARP = Pattern.compile("(?<=[\\p{L}\\p{N}])#(?![\\p{L}\\p{N}])");
    private static final Pattern PLUS = Pattern.compile("(?<=[\\p{L}\\p{N}+])\\+(?!\\+*[\\p{L}\\p{N}])");

    private Names() {}

    /** The text with plain blanks, quotes and dashes; the case stays. */
    public static String typographic(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        plain = SINGLE_QUOTES.matcher(plain).replaceAll("'");
        plain = DOUBLE_QUOTES.matcher(plain).replaceAll("\"");
        plain = DASHES.matcher(plain).replaceAll("-");
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }

    /** What two spellings of one name have in common. */
    public static String folded(String name) {
        return typographic(name).toLowerCase(Locale.ROOT);
    }

    public static boolean isSame(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** Whether the two differ at most in singular and plural. */
    public static boolean isSameButForNumber(String one, String other) {
        return numberless(one).equals(numberless(other));
    }

    /** The words of a text, folded, without punctuation. */
    public static List<String> words(String text) {
        return Stream.of(NO_LETTER_OR_DIGIT.split(folded(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Without blanks of any kind at both ends; {@link String#strip()} leaves no-break spaces. */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    public static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /**
     * The key of an occupation: "Electronic Health Records Specialists" and "electronic health records specialist" are
     * {@code electronic-health-records-specialist}. Empty when the name has neither letter nor digit.
     */
    public static String slug(String name) {
        List<String> words = words(withSymbolsInWords(name));
        if (words.isEmpty()) {
            return "";
        }
        int last = words.size() - 1;
        return Stream.concat(words.subList(0, last).stream(), Stream.of(singular(words.get(last))))
                .collect(Collectors.joining("-"));
    }

    /** "C", "C#" and "C++" are three languages; a sign that is not directly behind a letter is punctuation. */
    private static String withSymbolsInWords(String name) {
        return PLUS.matcher(SHARP.matcher(typographic(name)).replaceAll(" sharp"))
                .replaceAll(" plus");
    }

    private static String numberless(String text) {
        return words(text).stream().map(Names::singular).collect(Collectors.joining(" "));
    }

    /** English plurals as job and document titles have them; wrong for rare words, which is harmless in a comparison. */
    private static String singular(String word) {
        if (word.length() < 4 || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(ss|x|ch|sh|z)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
