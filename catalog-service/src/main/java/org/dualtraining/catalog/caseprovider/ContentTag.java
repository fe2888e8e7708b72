package org.dualtraining.catalog.caseprovider;

import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A strong tag of what is answered. */
final class ContentTag {

    private ContentTag() {}

    /** @param beside what the headers say and the body does not */
    static EntityTag of(byte[] body, String beside) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(beside.getBytes(StandardCharsets.UTF_8));
            return new EntityTag(HexFormat.of().formatHex(digest.digest(body), 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
