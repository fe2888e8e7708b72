package org.dualtraining.plan.trainingplan;

import org.dualtraining.kit.problem.Refusal;

/** Not every state of a plan may follow every other. */
final class PlanStatusForbids extends Refusal {

    private static final long serialVersionUID = 1L;

    PlanStatusForbids(PlanStatus now, PlanStatus next) {
        super(409, "The plan is " + now + " and cannot become " + next + ".");
    }
}
