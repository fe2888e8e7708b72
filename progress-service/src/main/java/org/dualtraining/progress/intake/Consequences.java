package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.eligibility.EligibilityChange;
import org.dualtraining.progress.eligibility.EligibilityReview;
import org.dualtraining.progress.plan.CountedPlan;
import org.dualtraining.progress.plan.PlanMove;
import org.dualtraining.progress.plan.PlanStates;
import org.dualtraining.progress.rollup.RollUps;

/** What follows for the plans that something happened to, the same whatever it was: count, review, tell. */
@ApplicationScoped
class Consequences {

    private final PlanStates plans;
    private final EligibilityReview review;
    private final ChangeFeed changes;
    private final RollUps rollUps;

    @Inject
    Consequences(PlanStates plans, EligibilityReview review, ChangeFeed changes, RollUps rollUps) {
        this.plans = plans;
        this.review = review;
        this.changes = changes;
        this.rollUps = rollUps;
    }

    /** The caller holds the locks of the plans' apprentices. */
    void follow(List<PlanMove> moves) {
        if (moves.isEmpty()) {
            return;
        }
        List<CountedPlan> counted =
                plans.store(moves.stream().map(PlanMove::after).toList());
        List<EligibilityChange> flips =
                review.review(counted.stream().map(CountedPlan::plan).toList());
        tell(counted, moves, flips);
    }

    /** For plans that nothing happened to but the rule or the day. The caller holds the locks of their apprentices. */
    void review(Collection<UUID> planIds) {
        tell(List.of(), List.of(), review.review(plans.reviewed(planIds)));
    }

    /** The change feed's lock, which serializes commits from here on, guards the roll-ups too. */
    private void tell(List<CountedPlan> counted, List<PlanMove> moves, List<EligibilityChange> flips) {
        changes.append(counted, flips);
        rollUps.follow(moves.stream().map(PlanMove::change).toList(), flips);
    }
}
