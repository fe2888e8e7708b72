package org.dualtraining.catalog.frameworkimport;

import java.util.List;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;

/** An id names one competency of one framework. */
final class CompetencyOfAnotherFramework extends Refusal {

    private static final long serialVersionUID = 1L;

    /** @param places where the file says so, in JSON pointers */
    CompetencyOfAnotherFramework(List<String> places) {
        super(
                409,
                "The file uses identifiers that are competencies of another framework of this catalog.",
                violations(places));
    }

    private static List<Problem.Violation> violations(List<String> places) {
        return places.stream()
                .map(place -> new Problem.Violation(place, "is a competency of another framework"))
                .toList();
    }
}
