package org.dualtraining.catalog.frameworkimport;

import org.dualtraining.kit.problem.Refusal;

/** What was compared with the latest version was not compared with what is the latest now. */
final class ChangedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
        super(409, "Others changed the framework again and again while the file was compared with it: send it again.");
    }
}
