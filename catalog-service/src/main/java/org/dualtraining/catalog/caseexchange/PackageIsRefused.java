package org.dualtraining.catalog.caseexchange;

import org.dualtraining.catalog.casepackage.PackageFindings;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;

/** A package with problems that nobody accepted, or that nobody can. */
final class PackageIsRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    PackageIsRefused(PackageFindings findings) {
        super(
                422,
                detail(findings),
                findings.problems().stream()
                        .map(problem -> new Problem.Violation(problem.pointer(), problem.detail()))
                        .toList());
    }

    private static String detail(PackageFindings findings) {
        int more = findings.problemCount() - findings.problems().size();
        return "The package has " + findings.problemCount() + " problems"
                + (more > 0 ? ", of which the first " + findings.problems().size() + " are listed" : "")
                + ". Nothing was stored. "
                + (findings.isFatal()
                        ? "Some cannot be kept as they are, and have to be mended first."
                        : "With acceptProblems=true it is taken in whole, as it is.");
    }
}
