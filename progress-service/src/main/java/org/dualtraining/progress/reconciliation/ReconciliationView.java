package org.dualtraining.progress.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reconciliation as the API shows it. */
@Schema(name = "Reconciliation")
record ReconciliationView(
        UUID id,
        State state,

        @Schema(description = "plans of plan-service that were compared")
        long plans,

        @Schema(description = "how many differences there are; absent before the end") @Nullable
        Long total,

        @Schema(description = "the first 1000 of them") List<Difference> differences,

        @Schema(description = "plans that differed and then changed all the time, so that nothing can be said of them")
        int undecided,

        @Schema(description = "false when so many plans differ that not all were looked at")
        boolean complete,

        @Schema(description = "why it failed") @Nullable String reason,
        Instant requestedAt,
        @Nullable Instant finishedAt) {

    /** Where it stands. */
    @Schema(name = "ReconciliationState")
    enum State {
        RUNNING,
        FINISHED,
        FAILED
    }
}
