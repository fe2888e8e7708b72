package org.dualtraining.plan.trainingplan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody who follows the events must know of a plan; nothing of the person. */
record PlanDigest(
        UUID planId,
        int epoch,
        long version,
        PlanStatus status,
        UUID employerId,

        @Schema(description = "whether every event of the plan, up to this version, is on its topic")
        boolean announced,

        List<Line> lines) {

    @Schema(name = "PlanDigestLine")
    record Line(
            UUID competencyId,
            Disposition disposition,
            LineState state,
            @Nullable LocalDate completedOn,
            @Nullable Integer rating,
            @Nullable LocalDate anticipatedCompletionDate) {}
}
