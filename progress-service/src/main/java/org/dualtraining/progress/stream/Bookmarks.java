package org.dualtraining.progress.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ids of the stream's events. A change's own id would tell an employer how much happens at all others between two
 * changes of its own; so a reader gets it encrypted, and for its party only. One that was not made here, or for another
 * party, is none.
 */
final class Bookmarks {

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Bookmarks(UUID secret) {
        this.key = new SecretKeySpec(sha256(secret.toString()), "AES");
    }

    String of(long changeId, Audience audience) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce, audience)
                    .doFinal(ByteBuffer.allocate(Long.BYTES).putLong(changeId).array());
            byte[] all = ByteBuffer.allocate(NONCE + hidden.length)
                    .put(nonce)
                    .put(hidden)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The change that the reader has seen last, unless this cannot be known. */
    OptionalLong read(String bookmark, Audience audience) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(bookmark);
            if (all.length == NONCE + Long.BYTES + TAG) {
                byte[] nonce = Arrays.copyOf(all, NONCE);
                byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, audience).doFinal(all, NONCE, Long.BYTES + TAG);
                return OptionalLong.of(ByteBuffer.wrap(plain).getLong());
            }
        } catch (IllegalArgumentException | AEADBadTagException e) {
            // none of ours
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return OptionalLong.empty();
    }

    private Cipher cipher(int mode, byte[] nonce, Audience audience) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(Byte.SIZE * TAG, nonce, 0, NONCE));
        cipher.updateAAD(audience.party().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
