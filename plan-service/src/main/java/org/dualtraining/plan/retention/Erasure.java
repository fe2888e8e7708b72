package org.dualtraining.plan.retention;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an erasure did. */
public record Erasure(
        UUID apprenticeId,
        Instant erasedAt,

        @Schema(description = "false when it was erased before")
        boolean changed,

        @Schema(description = "how many entries of the person were erased: the apprentice and its merged duplicates")
        int persons,

        @Schema(description = "how many course completions no longer say whose they are")
        int completions) {}
