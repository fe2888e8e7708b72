package org.dualtraining.progress.redrive;

import org.dualtraining.kit.problem.Refusal;

/** What a redrive does to the tables that go would be lost with them. */
final class RebuildIsRunning extends Refusal {

    private static final long serialVersionUID = 1L;

    RebuildIsRunning() {
        super(
                409,
                "A rebuild is running, which takes every record in again and closes the letters whose records it can"
                        + " take. Wait for its end, or cancel it.");
    }
}
