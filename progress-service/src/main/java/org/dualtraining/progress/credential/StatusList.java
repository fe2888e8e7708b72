package org.dualtraining.progress.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Which of the credentials with a place in one list are revoked (W3C Bitstring Status List 1.0).
 *
 * @param changedAt when it became what it is
 */
record StatusList(int list, Instant changedAt, List<Integer> revoked) {

    /** The least that the specification allows: one credential hides among as many. */
    static final int LENGTH = 131_072;

    /** A list takes half as many credentials as it has places, so that a place drawn at random is soon free. */
    static final int MOST_CREDENTIALS = LENGTH / 2;

    /** As {@code encodedList}: the first place is the left-most bit; compressed, base64url, with the letter of multibase. */
    String encoded() {
        byte[] bits = new byte[LENGTH / Byte.SIZE];
        for (int index : revoked) {
            bits[index / Byte.SIZE] |= (byte) (0x80 >>> (index % Byte.SIZE));
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(compressed.toByteArray());
    }
}
