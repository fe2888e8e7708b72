package org.dualtraining.catalog.rendition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.dualtraining.catalog.upload.BodyTooLarge;
import org.dualtraining.kit.problem.Malformed;

/** The lines of a plain text, which must be UTF-8. */
final class PlainTextLines {

    /** Line breaks of every system, and the two of Unicode. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BODY = "body";

    /** A hundred times what such documents have; pictures make only the other renditions large. */
    private static final int MOST_BYTES = 1 << 20;

    private PlainTextLines() {}

    static Rendition read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new BodyTooLarge(MOST_BYTES);
        }
        List<String> lines = List.of(LINE_BREAK.split(decoded(bytes), -1));
        Rendition.requireLines(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            refuseControls(lines.get(i), i + 1);
        }
        return Rendition.ofTexts(Format.TEXT, lines);
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
