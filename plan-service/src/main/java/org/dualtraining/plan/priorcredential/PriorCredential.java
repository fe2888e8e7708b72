package org.dualtraining.plan.priorcredential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A credential that was recorded; public because Jdbi makes it. */
public record PriorCredential(
        UUID id,

        @Schema(description = "of the certification, where it is one of the catalog's")
        UUID credentialId,

        LocalDate awardedOn,

        @Schema(description = "the first day on which it is not valid any more") @Nullable
        LocalDate expiresOn,

        String evidence,
        Instant recordedAt) {

    /** Whether a request that is sent again says what was recorded. */
    boolean says(PriorCredentialInput input) {
        return evidence.equals(input.evidence()) && Objects.equals(expiresOn, input.expiresOn());
    }
}
