package org.dualtraining.progress.credential;

import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Refusal;

/** The rule or the plan has just changed and the decision has not followed yet: a credential would be revoked at once. */
final class EligibilityIsUnderReview extends Refusal {

    private static final long serialVersionUID = 1L;

    EligibilityIsUnderReview() {
        super(
                503,
                "The requirement rule has just changed and the plans are being reviewed: ask again.",
                List.of(),
                Map.of("Retry-After", "5"));
    }
}
