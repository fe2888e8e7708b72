package org.dualtraining.plan.signoff;

import org.dualtraining.kit.problem.Refusal;

/** A correction is corrected in its turn; what it corrected is past. */
final class SignOffIsCorrected extends Refusal {

    private static final long serialVersionUID = 1L;

    SignOffIsCorrected() {
        super(
                409,
                "This sign-off was corrected already: correct the one that took its place.",
                at("/corrects", "must be a sign-off that is not corrected yet"));
    }
}
