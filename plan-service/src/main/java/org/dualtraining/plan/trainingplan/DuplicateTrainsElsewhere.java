package org.dualtraining.plan.trainingplan;

import org.dualtraining.kit.problem.Refusal;

/** An open plan belongs to the employer that it was made with, and an apprentice has one employer. */
final class DuplicateTrainsElsewhere extends Refusal {

    private static final long serialVersionUID = 1L;

    DuplicateTrainsElsewhere() {
        super(
                409,
                "The duplicate has an open plan with another employer than the apprentice's, which cannot go over: complete"
                        + " or cancel it first.");
    }
}
