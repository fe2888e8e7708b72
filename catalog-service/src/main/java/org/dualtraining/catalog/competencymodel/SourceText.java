package org.dualtraining.catalog.competencymodel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.problem.Unprocessable;

/** The document's lines, out of bytes that must be UTF-8 text. */
final class SourceText {

    /** Line breaks of every system, and the two of Unicode. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BODY = "body";

    /** A hundred times what such documents have. */
    private static final int MOST_LINES = 10_000;

    private SourceText() {}

    static List<Line> linesOf(byte[] bytes) {
        String text = decoded(bytes);
        String[] raw = LINE_BREAK.split(text, -1);
        if (raw.length > MOST_LINES) {
            throw new Unprocessable(BODY, "must have at most " + MOST_LINES + " lines");
        }
        List<Line> lines = new ArrayList<>(raw.length);
        for (int i = 0; i < raw.length; i++) {
            refuseControls(raw[i], i + 1);
            lines.add(new Line(i + 1, raw[i]));
        }
        return lines;
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Malformed(BODY, "must be UTF-8 text; save the document as \"plain text, UTF-8\"");
        }
    }

    /** Tabs, form feeds and vertical tabs are blanks of a document; everything else of this kind has no place in text. */
    private static void refuseControls(String line, int number) {
        boolean hasControl = line.codePoints().anyMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && c != '\f' && c != '\u000B';
            case Character.FORMAT -> isDirectionOverride(c);
            default -> false;
        });
        if (hasControl) {
            throw new Malformed(BODY, "line " + number + " holds NUL, control or direction-override characters");
        }
    }

    private static boolean isDirectionOverride(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
