package org.dualtraining.plan.party;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An employer that trains apprentices. */
public record Employer(
        UUID id,
        String name,

        @Schema(description = "employer identification number of the IRS, 12-3456789") @Nullable
        String ein,

        @Schema(description = "counts the changes; the ETag is 1.<version>")
        long version) {}
