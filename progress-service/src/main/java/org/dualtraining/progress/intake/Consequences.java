package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.eligibility.EligibilityChange;
import org.dualtraining.progress.eligibility.EligibilityReview;
import org.dualtraining.progress.plan.CountProgress;
import org.dualtraining.progress.plan.CountedPlan;

/** What follows for the plans that something happened to, the same whatever it was: count, review, tell. */
@ApplicationScoped
class Consequences {

    private final CountProgress countProgress;
    private final EligibilityReview review;
    private final ChangeFeed changes;

    @Inject
    Consequences(CountProgress countProgress, EligibilityReview review, ChangeFeed changes) {
        this.countProgress = countProgress;
        this.review = review;
        this.changes = changes;
    }

    /** The caller holds the locks of the plans' apprentices. */
    void follow(Collection<UUID> touchedPlans) {
        if (touchedPlans.isEmpty()) {
            return;
        }
        List<CountedPlan> counted = countProgress.count(touchedPlans);
        List<EligibilityChange> flips =
                review.review(counted.stream().map(CountedPlan::plan).toList());
        changes.append(counted, flips);
    }
}
