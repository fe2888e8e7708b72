package org.dualtraining.plan.signoff;

import org.dualtraining.kit.problem.Refusal;

/** Evidence is corrected or withdrawn once. */
final class PriorLearningIsPast extends Refusal {

    private static final long serialVersionUID = 1L;

    PriorLearningIsPast() {
        super(409, "This evidence was corrected or withdrawn already: it counts no more.");
    }
}
