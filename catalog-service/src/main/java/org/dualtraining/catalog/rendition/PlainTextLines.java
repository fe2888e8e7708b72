package org.dualtraining.catalog.rendition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dualtraining.catalog.upload.BodyTooLarge;
import org.dualtraining.kit.problem.Malformed;

/** The lines of a plain text, which must be UTF-8. */
final class PlainTextLines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BODY = "body";

    /** A hundred times what such documents have; pictures make only the other renditions large. */
    private static final int MOST_BYTES = 1 << 20;

    private PlainTextLines() {}

    static Rendition read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new BodyTooLarge(MOST_BYTES);
        }
        return Rendition.ofTexts(Format.TEXT, List.of(ReadableText.LINE_BREAK.split(decoded(bytes), -1)));
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
}
