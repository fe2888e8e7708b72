package org.dualtraining.catalog.competencycsv;

import java.util.List;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;

/** A competency CSV with rows that do not make a framework. Nothing of it is taken. */
final class BrokenCompetencyCsv extends Refusal {

    private static final long serialVersionUID = 1L;

    BrokenCompetencyCsv(String detail, List<Problem.Violation> violations) {
        super(422, detail, violations);
    }
}
