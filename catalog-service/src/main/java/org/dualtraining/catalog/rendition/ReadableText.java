package org.dualtraining.catalog.rendition;

import java.util.regex.Pattern;
import org.dualtraining.kit.problem.Malformed;

/** What one line or cell may say, whatever the format: the same characters and no more of them than any paragraph has. */
final class ReadableText {

    /** Line breaks of every system, and the two of Unicode. */
    static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");

    /** Longer ones could be stored and not be read again, and no page has such a paragraph. */
    private static final int MOST_CHARACTERS = 20_000;

    private ReadableText() {}

    /** @param where of the document, for the one who sent it */
    static void require(String where, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw UnreadableDocument.where(where, "must have at most " + MOST_CHARACTERS + " characters");
        }
        if (!text.codePoints().allMatch(ReadableText::isReadable)) {
            throw new Malformed("body", where + " holds NUL, control or direction-override characters");
        }
    }

    /** Tabs, form feeds, vertical tabs and line breaks are blanks of a document; others of this kind have no place in it. */
    private static boolean isReadable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c >= '\t' && c <= '\r';
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> !isDirectionOverride(c);
            default -> true;
        };
    }

    private static boolean isDirectionOverride(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
