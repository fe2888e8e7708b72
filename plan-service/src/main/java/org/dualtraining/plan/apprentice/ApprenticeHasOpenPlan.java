package org.dualtraining.plan.apprentice;

import org.dualtraining.kit.problem.Refusal;

/** A plan belongs to the employer that it was made with: it is closed before the apprentice moves on. */
final class ApprenticeHasOpenPlan extends Refusal {

    private static final long serialVersionUID = 1L;

    ApprenticeHasOpenPlan() {
        super(409, "The apprentice has an open plan with the present employer: complete or cancel it first.");
    }
}
