package org.dualtraining.plan.apprentice;

import java.util.List;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;

/** One learner id of a provider is one person. */
final class LearnerIdIsTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    LearnerIdIsTaken(List<String> pointers) {
        super(
                409,
                "Another apprentice has this learner id at this provider.",
                pointers.stream()
                        .map(pointer -> new Problem.Violation(pointer, "belongs to another apprentice"))
                        .toList());
    }
}
