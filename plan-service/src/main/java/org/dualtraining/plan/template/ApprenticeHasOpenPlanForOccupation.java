package org.dualtraining.plan.template;

import org.dualtraining.kit.problem.Refusal;

/** A cohort makes no second plan for an occupation, so that it may be sent again. */
final class ApprenticeHasOpenPlanForOccupation extends Refusal {

    private static final long serialVersionUID = 1L;

    ApprenticeHasOpenPlanForOccupation() {
        super(409, "The apprentice has an open plan for this occupation already: see planId.");
    }
}
