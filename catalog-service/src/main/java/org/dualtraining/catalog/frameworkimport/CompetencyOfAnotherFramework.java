package org.dualtraining.catalog.frameworkimport;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;

/** An id names one competency of one framework. */
final class CompetencyOfAnotherFramework extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    CompetencyOfAnotherFramework(Collection<UUID> ids) {
        super(
                409,
                "The file uses identifiers that are competencies of another framework of this catalog.",
                violations(ids));
    }

    private static List<Problem.Violation> violations(Collection<UUID> ids) {
        return ids.stream()
                .sorted()
                .limit(MOST)
                .map(id -> new Problem.Violation(id.toString(), "is a competency of another framework"))
                .toList();
    }
}
