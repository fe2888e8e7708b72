package org.dualtraining.catalog.framework;

import org.dualtraining.kit.problem.Refusal;

/** What stands below a competency would lose its place. */
final class HasChildren extends Refusal {

    private static final long serialVersionUID = 1L;

    HasChildren() {
        super(409, "The competency has others below it: retire or move those first.");
    }
}
