package org.dualtraining.catalog.competencymodel;

import java.util.List;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;

/** The text can be read and is not a competency model of this family: says what was looked for in vain. */
final class NoCompetencyModel extends Refusal {

    private static final long serialVersionUID = 1L;

    NoCompetencyModel(List<String> lookedFor) {
        super(
                422,
                "This is not a competency model of the Pipeline's family: see errors for what was looked for and not"
                        + " found. Nothing was stored.",
                lookedFor.stream()
                        .map(what -> new Problem.Violation("body", "looked for " + what + " and did not find it"))
                        .toList());
    }
}
