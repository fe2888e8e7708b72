package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.plan.planhistory.ChangeKind;
import org.dualtraining.plan.planhistory.PlanChange;
import org.jspecify.annotations.Nullable;

/** Takes a plan to another state: an employer proposes, an agency approves. */
@ApplicationScoped
class ChangePlanStatus {

    private final VisiblePlans visible;
    private final TrainingPlans plans;
    private final AmendTrainingPlan amend;
    private final Caller caller;

    @Inject
    ChangePlanStatus(VisiblePlans visible, TrainingPlans plans, AmendTrainingPlan amend, Caller caller) {
        this.visible = visible;
        this.plans = plans;
        this.amend = amend;
        this.caller = caller;
    }

    /** Activates for an agency, proposes for an employer; only the version that was read, where one is named. */
    @Transactional
    TrainingPlan activate(UUID planId, @Nullable String ifMatch, @Nullable PlanStatusInput input) {
        TrainingPlan plan = visible.lock(planId);
        if (ifMatch != null) {
            Versioned.requireMatch(ifMatch, Versioned.tag(plan.epoch(), plan.version()));
        }
        return move(plan, caller.isAgency() ? PlanStatus.ACTIVE : PlanStatus.PROPOSED, input);
    }

    @Transactional
    TrainingPlan handle(UUID planId, PlanStatus next, @Nullable PlanStatusInput input) {
        return move(visible.lock(planId), next, input);
    }

    private TrainingPlan move(TrainingPlan plan, PlanStatus next, @Nullable PlanStatusInput input) {
        if (plan.status() == next) {
            return plan;
        }
        TrainingPlan changed = plan.become(next);
        if (next == PlanStatus.ACTIVE && plans.hasAnotherInForce(changed)) {
            throw new ApprenticeHasActivePlan();
        }
        // from activation on, what colleges and employers reported before counts too
        return amend.handle(plan, changed, change(plan, changed, input == null ? null : input.reason()));
    }

    private static PlanChange change(TrainingPlan plan, TrainingPlan changed, @Nullable String reason) {
        ChangeKind kind =
                switch (changed.status()) {
                    case DRAFT -> ChangeKind.WITHDRAWN;
                    case PROPOSED -> ChangeKind.PROPOSED;
                    case ACTIVE -> plan.status() == PlanStatus.SUSPENDED ? ChangeKind.RESUMED : ChangeKind.ACTIVATED;
                    case SUSPENDED -> ChangeKind.SUSPENDED;
                    case COMPLETED -> ChangeKind.COMPLETED;
                    case CANCELLED -> ChangeKind.CANCELLED;
                };
        String what = "Took the plan from " + plan.status() + " to " + changed.status() + ".";
        return PlanChange.of(plan.id(), changed.version(), kind, what, reason);
    }
}
