package org.dualtraining.plan.trainingplan;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something in a plan that should be looked at and is never refused. */
@Schema(name = "PlanWarning")
public record PlanWarning(
        Code code,
        @Schema(description = "the same in one sentence") String message,

        @Schema(description = "the lines that it is about") List<UUID> lineIds) {

    /** What can be wrong with a plan. */
    @Schema(name = "PlanWarningCode")
    public enum Code {
        /** The state: who trains the related instruction may not be the on-the-job trainer. */
        ONE_TRAINER_FOR_BOTH_DELIVERIES(
                "The provider of related instruction should not be the on-the-job trainer too."),
        PRIOR_WITHOUT_EVIDENCE("Prior learning without evidence does not count: give evidence or change the line."),
        ANTICIPATED_DATE_MISSING("The plan is active, and these lines say no date by which they are to be completed.");

        private final String message;

        Code(String message) {
            this.message = message;
        }

        PlanWarning about(List<PlanLine> lines) {
            return new PlanWarning(
                    this, message, lines.stream().map(PlanLine::id).toList());
        }
    }
}
