package org.dualtraining.catalog.frameworkimport;

import org.dualtraining.kit.problem.Refusal;

/** A framework stays the model of the occupation for which it was imported first. */
final class FrameworkOfAnotherOccupation extends Refusal {

    private static final long serialVersionUID = 1L;

    FrameworkOfAnotherOccupation() {
        super(409, "The catalog has this framework for another occupation: leave the parameter occupation out.");
    }
}
