package org.dualtraining.plan.apprentice;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person in training. */
public record Apprentice(
        UUID id,
        String name,
        @Nullable String email,
        UUID employerId,
        @Nullable UUID occupationId,

        @Schema(description = "the ids by which providers know this person")
        List<LearnerId> learnerIds,

        @Schema(description = "counts the changes; the ETag is 1.<version>")
        long version) {}
