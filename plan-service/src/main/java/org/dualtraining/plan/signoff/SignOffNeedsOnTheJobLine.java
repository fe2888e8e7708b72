package org.dualtraining.plan.signoff;

import org.dualtraining.kit.problem.Refusal;

/** Related instruction is evidenced by courses, not rated at work. */
final class SignOffNeedsOnTheJobLine extends Refusal {

    private static final long serialVersionUID = 1L;

    SignOffNeedsOnTheJobLine() {
        super(422, "Only lines with delivery ON_THE_JOB and disposition TRAIN are signed off.");
    }
}
