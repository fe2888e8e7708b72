package org.dualtraining.catalog.competencymodel;

import java.util.List;
import java.util.stream.Stream;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;

/** The text can be read and is not a competency model of this family: says what was looked for in vain. */
final class NoCompetencyModel extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final String SCHEDULE =
            "a heading 'WORK PROCESS SCHEDULE', 'ON-THE-JOB LEARNING OUTLINE' or 'RELATED INSTRUCTION OUTLINE'";

    NoCompetencyModel(List<String> lookedFor) {
        super(
                422,
                "This is not a competency model of the Pipeline's family, nor a work process schedule: see errors for"
                        + " what was looked for and not found. Nothing was stored.",
                Stream.concat(lookedFor.stream(), Stream.of(SCHEDULE))
                        .map(what -> new Problem.Violation("body", "looked for " + what + " and did not find it"))
                        .toList());
    }
}
