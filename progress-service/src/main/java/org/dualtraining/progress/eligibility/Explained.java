package org.dualtraining.progress.eligibility;

import java.util.List;
import org.dualtraining.progress.eligibility.Explanation.Status;

/** Why somebody is eligible or not, as a tree and in words. */
record Explained(Explanation explanation, String inWords) {

    static Explained of(Finding finding) {
        return new Explained(finding.explanation(), finding.inWords());
    }

    /** Whatever the rule says: a plan that was given up makes nobody eligible. */
    static Explained cancelled(Finding finding) {
        return without("a plan that was not cancelled", finding, "Not eligible: the plan was cancelled.");
    }

    /** Nor does one that has changed to another framework and another target, or whose framework the rule has left. */
    static Explained notConcerned(Finding finding) {
        return without(
                "a plan that aims at this certification or is of its framework",
                finding,
                "Not eligible: the plan does not aim at this certification and is not of its framework.");
    }

    private static Explained without(String precondition, Finding finding, String inWords) {
        return new Explained(
                new Explanation(
                        "all of",
                        Status.MISSING,
                        List.of(),
                        List.of(Explanation.missing(precondition), finding.explanation())),
                inWords);
    }
}
