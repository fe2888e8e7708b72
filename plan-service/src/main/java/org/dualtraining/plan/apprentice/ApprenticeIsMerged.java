package org.dualtraining.plan.apprentice;

import org.dualtraining.kit.problem.Refusal;

/** What is new about a person goes to the one row that stands for them. */
public final class ApprenticeIsMerged extends Refusal {

    private static final long serialVersionUID = 1L;

    public ApprenticeIsMerged() {
        super(409, "The apprentice was merged into another one: use that one, see `mergedInto`.");
    }
}
