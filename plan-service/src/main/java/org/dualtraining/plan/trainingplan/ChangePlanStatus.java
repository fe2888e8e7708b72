package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.party.Caller;

/** Takes a plan to another state: an employer proposes, an agency approves. */
@ApplicationScoped
class ChangePlanStatus {

    private final VisiblePlans visible;
    private final TrainingPlans plans;
    private final CreditPlanLines credit;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    @Inject
    ChangePlanStatus(
            VisiblePlans visible,
            TrainingPlans plans,
            CreditPlanLines credit,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.visible = visible;
        this.plans = plans;
        this.credit = credit;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** Activates for an agency, proposes for an employer. */
    @Transactional
    TrainingPlan activate(UUID planId) {
        return move(planId, caller.isAgency() ? PlanStatus.ACTIVE : PlanStatus.PROPOSED);
    }

    @Transactional
    TrainingPlan handle(UUID planId, PlanStatus next) {
        return move(planId, next);
    }

    private TrainingPlan move(UUID planId, PlanStatus next) {
        TrainingPlan plan = visible.lock(planId);
        if (plan.status() == next) {
            return plan;
        }
        TrainingPlan changed = plan.become(next);
        if (next == PlanStatus.ACTIVE && plans.hasAnotherInForce(changed)) {
            throw new ApprenticeHasActivePlan();
        }
        plans.updateHeads(List.of(changed));
        outbox.append(List.of(TrainingPlanChanged.event(changed, clock.instant())));
        // from activation on, what colleges and employers reported before counts too
        credit.handle(List.of(plan.apprenticeId()));
        return plans.get(planId);
    }
}
