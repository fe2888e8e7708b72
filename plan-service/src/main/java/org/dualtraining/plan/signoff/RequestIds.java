package org.dualtraining.plan.signoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.problem.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * By which an attestation that is sent again is known. It is kept with the attestation and not as an answer elsewhere, so
 * that it never expires and an erasure finds no second copy of what was said about a person.
 */
@ApplicationScoped
class RequestIds {

    private final Caller caller;

    @Inject
    RequestIds(Caller caller) {
        this.caller = caller;
    }

    /** @return null without a key: then each request is a new one */
    @Nullable
    UUID of(UUID lineId, @Nullable String key) {
        if (key == null) {
            return null;
        }
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw new Malformed("Idempotency-Key", "must be 1 to 200 visible ASCII characters, or be left out");
        }
        String party = caller.isAgency() ? "agency:" + caller.subject() : "employer:" + caller.employerId();
        return Ids.named(lineId, party + ' ' + key);
    }
}
