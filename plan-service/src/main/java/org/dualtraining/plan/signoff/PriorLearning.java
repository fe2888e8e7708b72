package org.dualtraining.plan.signoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.plan.trainingplan.LineState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Evidence of prior learning that was recorded; public because Jdbi makes it. */
public record PriorLearning(
        UUID id,
        UUID lineId,
        String description,
        @Nullable String evidenceUrl,
        LocalDate assessedOn,
        Instant recordedAt,

        @Schema(description = "the evidence that this one corrects") @Nullable
        UUID corrects,

        @Schema(description = "the evidence that corrects this one, which counts no more") @Nullable
        UUID correctedBy,

        @Schema(description = "since when it counts no more because it was withdrawn") @Nullable
        Instant withdrawnAt,

        @Schema(description = "why it was withdrawn") @Nullable
        String withdrawalReason,

        @Schema(description = "where the line stands after it; in the answer to a POST only") @Nullable
        LineState lineState) {

    /** Whether a request that is sent again says what was recorded. */
    boolean says(PriorLearningInput input) {
        return description.equals(input.description())
                && Objects.equals(evidenceUrl, input.evidenceUrl())
                && assessedOn.equals(input.assessedOn())
                && Objects.equals(corrects, input.corrects());
    }

    PriorLearning leaving(LineState state) {
        return new PriorLearning(
                id,
                lineId,
                description,
                evidenceUrl,
                assessedOn,
                recordedAt,
                corrects,
                correctedBy,
                withdrawnAt,
                withdrawalReason,
                state);
    }
}
