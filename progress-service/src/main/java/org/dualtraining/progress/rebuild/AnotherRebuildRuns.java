package org.dualtraining.progress.rebuild;

import org.dualtraining.kit.problem.Refusal;

final class AnotherRebuildRuns extends Refusal {

    private static final long serialVersionUID = 1L;

    AnotherRebuildRuns() {
        super(409, "A rebuild is running already: wait for its end or cancel it.");
    }
}
