package org.dualtraining.catalog.framework;

/** The beginning of a text that may be long, for what only points at it. */
public final class Excerpt {

    private static final int MOST_CHARACTERS = 500;
    private static final String ELLIPSIS = "\u2026";

    private Excerpt() {}

    public static String of(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - ELLIPSIS.length();
        // half of a character is none
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }
}
