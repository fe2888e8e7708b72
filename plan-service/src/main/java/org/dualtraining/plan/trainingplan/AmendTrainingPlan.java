package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.plan.planhistory.PlanChange;
import org.dualtraining.plan.planhistory.PlanHistory;

/**
 * Stores what a decision made of a plan, in the caller's transaction: the plan, its history, a snapshot for other
 * services, and the credits that follow from it.
 */
@ApplicationScoped
public class AmendTrainingPlan {

    private final TrainingPlans plans;
    private final PlanLines lines;
    private final PlanHistory history;
    private final CreditPlanLines credit;
    private final PlanSnapshots snapshots;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    AmendTrainingPlan(
            TrainingPlans plans,
            PlanLines lines,
            PlanHistory history,
            CreditPlanLines credit,
            PlanSnapshots snapshots,
            Outbox outbox,
            Clock clock) {
        this.plans = plans;
        this.lines = lines;
        this.history = history;
        this.credit = credit;
        this.snapshots = snapshots;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param before the plan as it was locked
     * @param after what it becomes, at the next version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public TrainingPlan handle(TrainingPlan before, TrainingPlan after, PlanChange change) {
        // the plan's row first, so that outbox ids are drawn in the order of versions
        plans.updateHeads(List.of(after));
        lines.amend(before.lines(), after.lines());
        outbox.append(snapshots.of(List.of(plans.get(after.id())), clock.instant()));
        history.append(List.of(change));
        // another disposition, delivery or state may make or unmake a credit
        credit.handle(List.of(after.apprenticeId()));
        return plans.get(after.id());
    }
}
