package org.dualtraining.plan.apprentice;

import java.time.Instant;
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

        @Schema(description = "the apprentice that this one turned out to be; absent while it stands for itself")
        @Nullable
        UUID mergedInto,

        @Schema(description = "when the personal data was erased; absent before") @Nullable
        Instant erasedAt,

        @Schema(description = "counts the changes; the ETag is 1.<version>")
        long version) {

    /** Refuses what is new about somebody who is merged or erased. */
    public void requireOpen() {
        if (erasedAt != null) {
            throw new ApprenticeIsErased();
        }
        if (mergedInto != null) {
            throw new ApprenticeIsMerged();
        }
    }
}
