package org.dualtraining.plan.trainingplan;

import org.dualtraining.kit.problem.Refusal;

/** One trainee has one plan in force for an occupation. */
final class ApprenticeHasActivePlan extends Refusal {

    private static final long serialVersionUID = 1L;

    ApprenticeHasActivePlan() {
        super(409, "The apprentice has another plan in force for this occupation: complete or cancel that one first.");
    }
}
