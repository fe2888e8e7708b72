package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.NotFound;

/** The plans that the caller may see; another party's plan is no plan at all (guarantees S3). */
@ApplicationScoped
public class VisiblePlans {

    private final TrainingPlans plans;
    private final Caller caller;

    @Inject
    VisiblePlans(TrainingPlans plans, Caller caller) {
        this.plans = plans;
        this.caller = caller;
    }

    public TrainingPlan get(UUID planId) {
        return visible(plans.find(planId));
    }

    /** The plan, which nobody else changes until this transaction ends. A stranger hears of no plan without waiting. */
    public TrainingPlan lock(UUID planId) {
        return visible(plans.lock(get(planId)));
    }

    private TrainingPlan visible(Optional<TrainingPlan> plan) {
        return plan.filter(this::isVisible).orElseThrow(() -> new NotFound("training plan"));
    }

    private boolean isVisible(TrainingPlan plan) {
        if (caller.isAgency()) {
            return true;
        }
        return caller.is(Role.EMPLOYER)
                ? plan.employerId().equals(caller.employerId())
                : plan.apprenticeId().equals(caller.apprenticeId());
    }
}
