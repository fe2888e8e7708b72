package org.dualtraining.plan.template;

import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each apprentice of a cohort. */
@Schema(name = "CohortReport")
record CohortReport(
        @Schema(description = "whether nothing was done: CREATED says who would have got a plan")
        boolean dryRun,

        @Schema(description = "in the order asked") List<Item> items,

        int created,
        int refused) {

    /** Whether the apprentice got a plan. */
    @Schema(name = "CohortItemStatus")
    enum Status {
        CREATED,
        REFUSED
    }

    /** One apprentice. */
    @Schema(name = "CohortItem")
    record Item(
            UUID apprenticeId,
            Status status,

            @Schema(description = "the plan that was made, or the open one that the apprentice has already") @Nullable
            UUID planId,

            @Schema(description = "why there is no new plan") @Nullable
            Problem problem) {

        static Item created(UUID apprenticeId, @Nullable UUID planId) {
            return new Item(apprenticeId, Status.CREATED, planId, null);
        }

        static Item refused(UUID apprenticeId, @Nullable UUID planId, Refusal why) {
            return new Item(apprenticeId, Status.REFUSED, planId, why.problem());
        }
    }

    static CohortReport of(boolean dryRun, List<Item> items) {
        int created = (int)
                items.stream().filter(item -> item.status() == Status.CREATED).count();
        return new CohortReport(dryRun, items, created, items.size() - created);
    }
}
