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
        Explanation goesOn = Explanation.missing("a plan that was not cancelled");
        return new Explained(
                new Explanation("all of", Status.MISSING, List.of(), List.of(goesOn, finding.explanation())),
                "Not eligible: the plan was cancelled.");
    }
}
