package org.dualtraining.catalog.competencycsv;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.dualtraining.kit.problem.Malformed;

/** The bytes of a file whose encoding is known and was checked. */
record CsvText(byte[] bytes, int from, Charset charset) {

    private static final String BODY = "body";

    static CsvText of(byte[] bytes) {
        CsvText text = guessed(bytes);
        text.requireValid();
        return text;
    }

    Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(bytes, from, bytes.length - from), charset);
    }

    /** By the byte order mark; without one, a zero beside the first letter tells UTF-16, and everything else is UTF-8. */
    private static CsvText guessed(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new CsvText(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new CsvText(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new CsvText(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (bytes.length > 1 && bytes[0] != 0 && bytes[1] == 0) {
            return new CsvText(bytes, 0, StandardCharsets.UTF_16LE);
        }
        if (bytes.length > 1 && bytes[0] == 0 && bytes[1] != 0) {
            return new CsvText(bytes, 0, StandardCharsets.UTF_16BE);
        }
        return new CsvText(bytes, 0, StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Beforehand and piece by piece: the reader behind it could say neither that a byte is wrong nor where. */
    private void requireValid() {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(8192);
        int line = 1;
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            out.flip();
            while (out.hasRemaining()) {
                if (out.get() == '\n') {
                    line++;
                }
            }
            out.clear();
            if (result.isError()) {
                throw new Malformed(
                        BODY,
                        "line " + line + " has bytes that are no " + charset
                                + "; save the file as \"CSV UTF-8\" and send it again");
            }
        } while (result.isOverflow());
    }
}
