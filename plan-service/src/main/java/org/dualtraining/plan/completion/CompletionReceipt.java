package org.dualtraining.plan.completion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one row. */
@Schema(
        description =
                "ACCEPTED: stored. DUPLICATE: the same record and version was there. SUPERSEDED: a higher version of the"
                        + " record was there. PARKED: stored, waits for a learner id or a course mapping. REJECTED: not stored, see"
                        + " problem.")
public record CompletionReceipt(
        @Schema(description = "1 is the first row") int row,
        Status status,
        @Nullable UUID completionId,

        @Schema(description = "the competencies that it credits now")
        List<UUID> credited,

        @Schema(description = "what a parked row waits for") @Nullable
        ParkedReason parkedReason,

        @Nullable Problem problem) {

    /** The five ends of a row. */
    @Schema(name = "CompletionReceiptStatus")
    public enum Status {
        ACCEPTED,
        DUPLICATE,
        SUPERSEDED,
        PARKED,
        REJECTED
    }

    public static CompletionReceipt rejected(int row, Problem problem) {
        return new CompletionReceipt(row, Status.REJECTED, null, List.of(), null, problem);
    }

    static CompletionReceipt of(int row, Status status, CourseCompletion completion) {
        return new CompletionReceipt(row, status, completion.id(), List.of(), completion.parkedReason(), null);
    }

    CompletionReceipt crediting(Map<UUID, Set<UUID>> creditedByCompletion) {
        Set<UUID> competencies =
                completionId == null ? Set.of() : creditedByCompletion.getOrDefault(completionId, Set.of());
        return new CompletionReceipt(
                row, status, completionId, competencies.stream().sorted().toList(), parkedReason, problem);
    }
}
