package org.dualtraining.catalog.caseprovider;

import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import org.dualtraining.catalog.identity.Sha256;

/** A strong tag of what is answered. */
final class ContentTag {

    private ContentTag() {}

    /** @param beside what the headers say and the body does not */
    static EntityTag of(byte[] body, String beside) {
        return new EntityTag(
                Sha256.of(beside.getBytes(StandardCharsets.UTF_8), body).substring(0, 32));
    }
}
