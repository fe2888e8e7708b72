package org.dualtraining.plan.apprentice;

import org.dualtraining.kit.problem.Refusal;

/** Nothing is added to what was erased: a person who comes back is entered anew. */
public final class ApprenticeIsErased extends Refusal {

    private static final long serialVersionUID = 1L;

    public ApprenticeIsErased() {
        super(409, "The apprentice's data was erased: enter the person anew.");
    }
}
