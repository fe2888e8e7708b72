package org.dualtraining.plan.merge;

import java.util.List;
import java.util.UUID;
import org.dualtraining.plan.trainingplan.PlanStatus;
import org.dualtraining.plan.trainingplan.TakenOverPlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a merge did, or would do. */
public record MergeResult(
        @Schema(description = "the apprentice that stands for the person")
        UUID apprenticeId,

        UUID duplicateId,

        @Schema(description = "false when they were merged before, or when it was a dry run")
        boolean changed,

        @Schema(description = "learner ids that go over") int learnerIds,

        @Schema(description = "course completions that go over")
        int completions,

        @Schema(description = "pieces of evidence in force that go over")
        int evidence,

        @Schema(
                description =
                        "sign-offs and prior learnings that stay with the duplicate, because no plan that goes on has a line"
                                + " for their competency")
        int evidenceLeft,

        @Schema(description = "statements of hours that go over; of two for one month the higher one counts")
        int hours,

        @Schema(description = "prior credentials that go over; one that both have stays with the duplicate")
        int priorCredentials,

        @Schema(description = "the duplicate's plans, all cancelled, and what goes on for each")
        List<Plan> plans) {

    /** One plan of the duplicate. */
    @Schema(name = "MergedPlan")
    public record Plan(
            UUID planId,

            @Schema(description = "its state before") PlanStatus status,

            String occupationTitle,

            @Schema(description = "the plan that goes on; with `isNew` in a dry run an id that will be another one")
            UUID goesOnIn,

            @Schema(description = "whether it is an equal plan that is made now, or one that was there")
            boolean isNew) {

        static Plan of(TakenOverPlan plan) {
            return new Plan(plan.planId(), plan.status(), plan.occupationTitle(), plan.goesOnIn(), plan.isNew());
        }
    }

    static MergeResult unchanged(UUID apprenticeId, UUID duplicateId) {
        return new MergeResult(apprenticeId, duplicateId, false, 0, 0, 0, 0, 0, 0, List.of());
    }
}
