package org.dualtraining.plan.completionstream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a body into lines of bounded length, as they arrive. Lines end with LF, CR LF or CR. */
final class Lines {

    /** Several times what the longest row may have. */
    static final int LONGEST = 16 << 10;

    private static final Line TOO_LONG = new Line("", "must be shorter than " + LONGEST + " bytes");
    private static final Line NO_TEXT =
            new Line("", "must be UTF-8 text, or of the charset that the Content-Type names");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream body;
    private final Charset charset;
    private final byte[] buffer = new byte[LONGEST];
    private final Deque<Line> givenBack = new ArrayDeque<>();
    private int next;
    private int end;
    private long count;
    private boolean isFirst = true;
    private boolean afterCarriageReturn;
    private Work beforeWaiting = () -> {};

    Lines(InputStream body, Charset charset) {
        this.body = body;
        this.charset = charset;
    }

    /** What is worth doing while the next part of the body has not arrived. */
    void beforeWaiting(Work work) {
        beforeWaiting = work;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        return givenBack.isEmpty() ? read() : givenBack.pop();
    }

    /** How many bytes were read so far. */
    long count() {
        return count;
    }

    /** These lines come again, in this order, before any other. */
    void giveBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            givenBack.push(lines.get(i));
        }
    }

    private @Nullable Line read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        while (next < end || fill()) {
            if (afterCarriageReturn && buffer[next] == '\n') {
                next++;
                afterCarriageReturn = false;
                continue;
            }
            afterCarriageReturn = false;
            int from = next;
            while (next < end && buffer[next] != '\n' && buffer[next] != '\r') {
                next++;
            }
            // the rest of a line that is too long is read and thrown away
            tooLong |= line.size() + next - from > LONGEST;
            line.write(buffer, from, tooLong ? 0 : next - from);
            if (next < end) {
                afterCarriageReturn = buffer[next++] == '\r';
                return line(line.toByteArray(), tooLong);
            }
        }
        return line.size() == 0 && !tooLong ? null : line(line.toByteArray(), tooLong);
    }

    private boolean fill() throws IOException {
        if (body.available() <= 0) {
            beforeWaiting.handle();
        }
        next = 0;
        end = Math.max(0, body.read(buffer));
        count += end;
        return end > 0;
    }

    private Line line(byte[] bytes, boolean tooLong) {
        int mark = isFirst && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        isFirst = false;
        if (tooLong) {
            return TOO_LONG;
        }
        try {
            ByteBuffer text = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
            return new Line(charset.newDecoder().decode(text).toString(), null);
        } catch (CharacterCodingException e) {
            return NO_TEXT;
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }

    /** Work that may fail as reading may. */
    interface Work {
        void handle() throws IOException;
    }
}
