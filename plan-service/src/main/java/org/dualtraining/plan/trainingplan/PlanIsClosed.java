package org.dualtraining.plan.trainingplan;

import org.dualtraining.kit.problem.Refusal;

/** A completed or cancelled plan takes no changes. */
public final class PlanIsClosed extends Refusal {

    private static final long serialVersionUID = 1L;

    public PlanIsClosed() {
        super(409, "The plan is completed or cancelled and takes no changes.");
    }
}
