package org.dualtraining.plan.priorcredential;

import org.dualtraining.kit.problem.Refusal;

/** One credential is awarded once on a day; what was said of it wrongly is removed first. */
final class PriorCredentialExists extends Refusal {

    private static final long serialVersionUID = 1L;

    PriorCredentialExists() {
        super(
                409,
                "The apprentice has this credential of this day with other evidence or another expiry: remove that one"
                        + " first.");
    }
}
