package org.dualtraining.progress.rebuild;

import org.dualtraining.kit.problem.Refusal;

/** It came to its end, or somebody ended it. */
final class RebuildIsOver extends Refusal {

    private static final long serialVersionUID = 1L;

    RebuildIsOver() {
        super(409, "The rebuild is over.");
    }
}
