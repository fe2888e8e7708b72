package org.dualtraining.progress.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A credential that was issued. */
@Schema(name = "IssuedCredential", description = "A credential that was issued, and whether it still holds")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialView(
        UUID credentialId,
        UUID planId,
        UUID certificationId,

        @Schema(description = "REVOKED: the eligibility was lost, has expired or counts from another day")
        Status status,

        @Schema(description = "the first day of the eligibility") @Nullable
        LocalDate since,

        @Schema(description = "the first day without eligibility, where the rule lets it expire") @Nullable
        LocalDate expiresOn,

        @Schema(description = "the version of the requirement rule that decided")
        int ruleVersion,

        Instant issuedAt,

        @Schema(description = "when the revocation was found; absent while it holds") @Nullable
        Instant revokedAt,

        @Schema(description = "the address of the list in which verifiers find the status")
        String statusListCredential,

        @Schema(description = "the place in that list") int statusListIndex) {

    /** Whether a credential holds. */
    @Schema(name = "IssuedCredentialStatus")
    public enum Status {
        VALID,
        REVOKED
    }

    static CredentialView of(IssuedCredential credential, String statusListCredential) {
        return new CredentialView(
                credential.credentialId(),
                credential.planId(),
                credential.certificationId(),
                credential.revokedAt() == null ? Status.VALID : Status.REVOKED,
                credential.since(),
                credential.expiresOn(),
                credential.ruleVersion(),
                credential.issuedAt(),
                credential.revokedAt(),
                statusListCredential,
                credential.statusIndex());
    }
}
