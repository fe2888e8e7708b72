package org.dualtraining.plan.template;

import org.dualtraining.kit.problem.Refusal;

/** A cohort names each apprentice once. */
final class ApprenticeIsNamedTwice extends Refusal {

    private static final long serialVersionUID = 1L;

    ApprenticeIsNamedTwice(int place, int first) {
        super(
                422,
                "The apprentice is named before: the first mention counts.",
                at("/apprenticeIds/" + place, "must differ from /apprenticeIds/" + first));
    }
}
