package org.dualtraining.plan.priorcredential;

import org.dualtraining.kit.problem.Refusal;

/** All of them travel on every snapshot of every plan. */
final class TooManyPriorCredentials extends Refusal {

    private static final long serialVersionUID = 1L;

    static final int MOST = 100;

    TooManyPriorCredentials() {
        super(409, "An apprentice has at most " + MOST + " prior credentials: remove one that does not count.");
    }
}
