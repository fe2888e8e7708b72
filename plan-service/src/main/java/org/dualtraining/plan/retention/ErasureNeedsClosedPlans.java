package org.dualtraining.plan.retention;

import org.dualtraining.kit.problem.Refusal;

/** Who is in training is still needed. */
final class ErasureNeedsClosedPlans extends Refusal {

    private static final long serialVersionUID = 1L;

    ErasureNeedsClosedPlans() {
        super(409, "The apprentice has a plan that is neither completed nor cancelled: close it first.");
    }
}
