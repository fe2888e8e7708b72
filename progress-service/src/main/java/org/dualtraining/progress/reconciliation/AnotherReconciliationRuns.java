package org.dualtraining.progress.reconciliation;

import org.dualtraining.kit.problem.Refusal;

final class AnotherReconciliationRuns extends Refusal {

    private static final long serialVersionUID = 1L;

    AnotherReconciliationRuns() {
        super(409, "A reconciliation is running already: wait for its end.");
    }
}
