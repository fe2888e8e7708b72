package org.dualtraining.catalog.competencymodel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.identity.Names;

/** One line of the document: verbatim, and as it is recognised. */
record Line(int number, String verbatim) {

    private static final Pattern MARKUP = Pattern.compile("</?(?:i|b|u|em|strong)>", Pattern.CASE_INSENSITIVE);

    /** A dash or bullet and what follows. A lone dash is a bullet only before text, so "---" is none. */
    private static final Pattern BULLET = Pattern.compile(
            "^[\\s\\p{Z}]*[-\\u2010-\\u2015\\u2212*\\u2022\\u00B7\\u25AA\\u25CF](?=[\\s\\p{Z}]*[\\p{L}\\p{N}(\"'])(.*)$");

    private static final int TAB = 4;

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
