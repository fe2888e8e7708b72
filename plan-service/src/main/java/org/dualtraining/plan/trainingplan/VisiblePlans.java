package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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
        return find(planId, false);
    }

    /** The plan, which nobody else changes until this transaction ends. */
    public TrainingPlan lock(UUID planId) {
        return find(planId, true);
    }

    private TrainingPlan find(UUID planId, boolean lock) {
        return plans.findAll(List.of(planId), lock).stream()
                .filter(this::isVisible)
                .findFirst()
                .orElseThrow(() -> new NotFound("training plan"));
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
