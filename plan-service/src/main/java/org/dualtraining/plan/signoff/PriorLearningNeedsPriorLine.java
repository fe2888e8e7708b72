package org.dualtraining.plan.signoff;

import org.dualtraining.kit.problem.Refusal;

/** Evidence of prior learning is for lines that say so. */
final class PriorLearningNeedsPriorLine extends Refusal {

    private static final long serialVersionUID = 1L;

    PriorLearningNeedsPriorLine() {
        super(422, "Only lines with disposition PRIOR take evidence of prior learning: change the line first.");
    }
}
