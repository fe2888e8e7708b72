package org.dualtraining.catalog.competencymodel;

import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_NAME;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.identity.Names;

/**
 * Splits a name from the definition that a lost dash left behind it, "Audit Patient Recordsthe goals of ...", where the
 * name is known. What may be a longer name that only begins with the known one is not split: "Health Information" begins
 * two other names.
 */
final class NameSplitter {

    /** More names than any document has; the shortest are left out. */
    private static final int MOST_NAMES = 3_000;

    /** Words of a title, and then an article, which begins a definition: the title goes on behind the known name. */
    private static final Pattern LONGER_NAME = Pattern.compile(
            "(?:(?:and|or|of|for|in|to|with|on|&)[\\s\\p{Z}]+)*(?:[\\p{Lu}(][\\p{L}\\p{N}/()'-]*[\\s\\p{Z}]+"
                    + "(?:(?:and|or|of|for|in|to|with|on|&)[\\s\\p{Z}]+)*){1,6}+(?:the|a|an)\\b.*",
            Pattern.DOTALL);

    private static final Pattern ARTICLE = Pattern.compile("(?:The|A|An)\\b.*", Pattern.DOTALL);
    private static final Pattern SMALL_ARTICLE = Pattern.compile("(?:the|a|an)\\b.*", Pattern.DOTALL);
    private static final Pattern SMALL_WORD =
            Pattern.compile("(?:and|or|of|for|in|to|with|on|&|using)\\b.*", Pattern.DOTALL);

    private static final Pattern WORDS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ANY_ARTICLE = Pattern.compile("\\b(?:the|a|an)\\b", Pattern.CASE_INSENSITIVE);

    /** A form of be or have, or what ends like a verb and is not the last word. */
    private static final Pattern VERB =
            Pattern.compile("\\b(?:is|are|was|were|has|have|can|may|must|should|will|means)\\b"
                    + "|(?<![\\p{L}-])\\p{Ll}++(?<=\\p{Ll}{2}[a-rt-z]s)[\\s\\p{Z}]");

    /** What makes another word of the known name it is glued to. */
    private static final Pattern ENDING = Pattern.compile(
            "(?:d|e|ed|er|ers|or|ors|ing|ings|ist|ists|ment|ments|ion|ions"
                    + "|ation|ations|al|ally|ly|ry|ery|y|able|ity|ness|ful|less|ic|ics|ance|ence|ship)\\b.*",
            Pattern.DOTALL);

    /** No definition has fewer words, if none of them is an article or a verb. */
    private static final int FEWEST_WORDS = 4;

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    NameSplitter(Collection<String> names) {
        Map<String, String> byFolded = new HashMap<>();
        names.forEach(name -> byFolded.putIfAbsent(Names.folded(name), name));
        byFolded.keySet().stream()
                .filter(folded -> !folded.isEmpty() && folded.length() <= LONGEST_NAME)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(MOST_NAMES)
                .forEach(folded -> patterns.put(folded, pattern(folded)));
    }

    /** Whether the text is, or begins with, a known name. */
    boolean begins(String text) {
        return patterns.values().stream()
                .anyMatch(pattern -> pattern.matcher(text).lookingAt());
    }

    boolean isKnown(String text) {
        return patterns.containsKey(Names.folded(text));
    }

    /** The longest known name at the start and what follows it; the whole text when it is a name and nothing else. */
    Optional<Split> split(String text) {
        for (Pattern pattern : patterns.values()) {
            Matcher name = pattern.matcher(text);
            if (name.lookingAt() && name.end() < text.length()) {
                return split(Names.trimmed(name.group()), text.substring(name.end()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Split> split(String name, String rest) {
        String definition = Names.trimmed(rest);
        if (definition.isEmpty() || isTooShort(definition)) {
            return Optional.empty();
        }
        boolean isGlued = !Names.isBlank(rest.charAt(0));
        boolean isCertain = isGlued ? mayBeGlued(definition) : isDefinition(definition);
        return Optional.of(new Split(name, definition, isGlued, isCertain));
    }

    /** "Procedures" behind "Sanitation" goes on with the name. */
    private static boolean isTooShort(String rest) {
        return WORDS.split(rest, FEWEST_WORDS).length < FEWEST_WORDS
                && !ANY_ARTICLE.matcher(rest).find()
                && !VERB.matcher(rest).find();
    }

    private static boolean isDefinition(String rest) {
        return ARTICLE.matcher(rest).matches()
                || !(LONGER_NAME.matcher(rest).matches()
                        || SMALL_WORD.matcher(rest).matches());
    }

    /** Without a blank the next letter may belong to the name: an "s" makes a plural of it. */
    private static boolean mayBeGlued(String rest) {
        return Character.isLetter(rest.charAt(0))
                && rest.charAt(0) != 's'
                && !ENDING.matcher(rest).matches();
    }

    private static Pattern pattern(String folded) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            switch (c) {
                case ' ' -> pattern.append("[\\s\\p{Z}]+");
                case '\'' -> pattern.append("['\\u2018\\u2019\\u201A\\u201B\\u2032\\u00B4`]");
                case '"' -> pattern.append("[\"\\u201C\\u201D\\u201E\\u201F\\u2033\\u00AB\\u00BB]");
                case '-' -> pattern.append("[-\\u2010-\\u2015\\u2212]");
                default -> pattern.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The names that the rows of a form may be, also where a narrow column cut them over two lines. */
    static List<String> ofRows(List<String> rows) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean isCut = Line.isCutInWord(rows.get(i));
            if (!isCut) {
                names.add(rows.get(i));
            }
            if (i + 1 < rows.size()) {
                names.add(rows.get(i) + (isCut ? "" : " ") + rows.get(i + 1));
            }
        }
        return names;
    }

    /**
     * A name and its definition.
     *
     * @param isGlued whether no blank is between them
     * @param isCertain whether the name surely ends there
     */
    record Split(String name, String definition, boolean isGlued, boolean isCertain) {

        /** Whether what follows can be no part of a name, whatever dash comes after it: an article that is glued on. */
        boolean isPlain() {
            return isCertain && isGlued && SMALL_ARTICLE.matcher(definition).matches();
        }

        /** Where the other names are glued on, a capital behind a blank is a word of the name. */
        Split amongGlued() {
            return new Split(
                    name, definition, isGlued, isCertain && (isGlued || !Character.isUpperCase(definition.charAt(0))));
        }
    }
}
