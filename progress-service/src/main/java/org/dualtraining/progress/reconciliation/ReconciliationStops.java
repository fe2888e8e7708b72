package org.dualtraining.progress.reconciliation;

/** It could not be brought to an end; the message says why. */
final class ReconciliationStops extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReconciliationStops(String reason) {
        super(reason, null, false, false);
    }
}
