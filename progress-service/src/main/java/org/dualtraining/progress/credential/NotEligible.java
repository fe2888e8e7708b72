package org.dualtraining.progress.credential;

import org.dualtraining.kit.problem.Refusal;

/** There is no eligibility that a credential could speak of. */
final class NotEligible extends Refusal {

    private static final long serialVersionUID = 1L;

    /** @param missing what the rule still asks for, in words */
    NotEligible(String missing) {
        super(409, "The plan does not make eligible for this certification now. What is missing: " + missing + ".");
    }
}
