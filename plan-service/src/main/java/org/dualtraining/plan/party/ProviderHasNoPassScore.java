package org.dualtraining.plan.party;

import org.dualtraining.kit.problem.Refusal;

/** A score says nothing before somebody has said from which one on a course is passed. */
public final class ProviderHasNoPassScore extends Refusal {

    private static final long serialVersionUID = 1L;

    ProviderHasNoPassScore() {
        super(
                422,
                "Scores of this provider cannot be judged: an agency must enter its `passScorePercent` (PUT /providers/{id})"
                        + " first.");
    }
}
