package org.dualtraining.catalog.competencymodel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.rendition.RenderedLine;

/**
 * One line of the document: verbatim, and as it is recognised.
 *
 * @param opensPage whether nobody can tell how many blank lines are above it
 */
record Line(int number, String verbatim, boolean opensPage) {

    private static final Pattern MARKUP = Pattern.compile("</?(?:i|b|u|em|strong)>", Pattern.CASE_INSENSITIVE);

    /**
     * A dash or bullet and what follows, the bullets of symbol fonts too. A lone dash is a bullet only before text, so
     * "---" is none, and a letter "o" only when it stands alone.
     */
    private static final Pattern BULLET =
            Pattern.compile("^[\\s\\p{Z}]*(?:[-\\u2010-\\u2015\\u2212*\\u2022\\u2023\\u2043\\u204C\\u2219"
                    + "\\u00B7\\u25A0\\u25A1\\u25AA\\u25AB\\u25B8\\u25BA\\u25C6\\u25CB\\u25CF\\u25E6\\u2713\\u2714\\u2756\\u27A2"
                    + "\\u2794\\uF0A7\\uF0B7\\uF0D8\\uF0FC\\uF076\\uF0A8]|o(?=[\\s\\p{Z}]))"
                    + "(?=[\\s\\p{Z}]*[\\p{L}\\p{N}(\"'\\u2018\\u201C])(.*)$");

    private static final Pattern STARRED = Pattern.compile("^[\\s\\p{Z}]*\\*");

    private static final Pattern CUT_IN_WORD =
            Pattern.compile(".*(?:\\p{L}[-\\u2010]|[\\p{L}\\p{N})]/)", Pattern.DOTALL);

    private static final int TAB = 4;

    static Line of(RenderedLine line) {
        return new Line(line.number(), line.text(), line.opensPage());
    }

    /** What follows a heading on its own line, as the first line below it. */
    Line rest(String text) {
        return new Line(number, text, false);
    }

    /** The text without markup and blanks around it; what is inside stays verbatim. */
    String text() {
        return Names.trimmed(MARKUP.matcher(verbatim).replaceAll(""));
    }

    /** For comparing with a heading. */
    String folded() {
        return Names.folded(text());
    }

    boolean isBlank() {
        return text().isEmpty();
    }

    boolean isEntry() {
        return BULLET.matcher(MARKUP.matcher(verbatim).replaceAll("")).matches();
    }

    /** Whether its bullet is an asterisk, which marks notes too. */
    boolean isStarred() {
        return isEntry()
                && STARRED.matcher(MARKUP.matcher(verbatim).replaceAll("")).lookingAt();
    }

    /** Whether a line's end cut a word at its hyphen or slash, so that no blank belongs before what follows. */
    static boolean isCutInWord(CharSequence text) {
        return CUT_IN_WORD.matcher(text).matches();
    }

    /** The text without its dash. */
    String entryText() {
        Matcher bullet = BULLET.matcher(MARKUP.matcher(verbatim).replaceAll(""));
        return bullet.matches() ? Names.trimmed(bullet.group(1)) : text();
    }

    /** How far the text is from the margin, in blanks. */
    int indent() {
        int indent = 0;
        for (int i = 0; i < verbatim.length(); i++) {
            char c = verbatim.charAt(i);
            if (c == '\t') {
                indent += TAB;
            } else if (Names.isBlank(c)) {
                indent++;
            } else {
                return indent;
            }
        }
        return indent;
    }
}
