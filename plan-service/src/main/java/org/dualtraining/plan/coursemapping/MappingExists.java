package org.dualtraining.plan.coursemapping;

import org.dualtraining.kit.problem.Refusal;

/** The same statement twice would only be in the way when it is to be ended. */
final class MappingExists extends Refusal {

    private static final long serialVersionUID = 1L;

    MappingExists() {
        super(
                409,
                "The provider has a mapping of this course to the same competencies for the same days: change that one,"
                        + " or enter other competencies or days.");
    }
}
