package org.dualtraining.plan.disclosure;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One read of a person's data by somebody else. */
public record Disclosure(
        @Schema(description = "1 is the first; no number is missing")
        long ordinal,

        Instant disclosedAt,

        @Schema(description = "the subject of the reader's token")
        String subject,

        @Schema(description = "agency, employer or college") String role,

        @Schema(description = "the employer or provider that the reader acted for; absent for an agency") @Nullable
        UUID partyId,

        Disclosed what,

        @Schema(description = "as the reader gave it in the header `Purpose`, or what the role is there for")
        String purpose,

        @Schema(description = "SHA-256 over this entry and the hash of the one before, in hexadecimal digits")
        String hash) {}
