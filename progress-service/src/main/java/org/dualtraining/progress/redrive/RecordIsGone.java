package org.dualtraining.progress.redrive;

import org.dualtraining.kit.problem.Refusal;

final class RecordIsGone extends Refusal {

    private static final long serialVersionUID = 1L;

    RecordIsGone() {
        super(
                410,
                "Kafka does not hold this record any more, neither at its offset nor elsewhere. It cannot be redriven.");
    }
}
