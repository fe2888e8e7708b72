package org.dualtraining.plan.completion;

import org.dualtraining.kit.problem.Refusal;

/** A batch has at most 500 rows. */
final class TooManyRows extends Refusal {

    static final int MOST = 500;

    private static final long serialVersionUID = 1L;

    TooManyRows() {
        super(413, "A batch takes at most " + MOST + " rows. Nothing was stored: send it in parts.");
    }
}
