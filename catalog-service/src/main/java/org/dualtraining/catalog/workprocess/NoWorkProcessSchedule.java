package org.dualtraining.catalog.workprocess;

import java.util.List;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;

/** The document can be read and is no work process schedule: says what was looked for in vain. */
final class NoWorkProcessSchedule extends Refusal {

    private static final long serialVersionUID = 1L;

    NoWorkProcessSchedule(List<String> lookedFor) {
        super(
                422,
                "This is not a work process schedule: see errors for what was looked for and not found. Nothing was"
                        + " stored.",
                lookedFor.stream()
                        .map(what -> new Problem.Violation("body", "looked for " + what + " and did not find it"))
                        .toList());
    }
}
