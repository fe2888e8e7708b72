package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.eligibility.EligibilityChange;
import org.dualtraining.progress.eligibility.EligibilityReview;
import org.dualtraining.progress.plan.PlanStates;

/** Tells what the swap of a rebuild changes like anything else that changes it. */
@ApplicationScoped
public class TellRebuilt {

    private final PlanStates plans;
    private final EligibilityReview review;
    private final ChangeFeed changes;

    @Inject
    TellRebuilt(PlanStates plans, EligibilityReview review, ChangeFeed changes) {
        this.plans = plans;
        this.review = review;
        this.changes = changes;
    }

    /**
     * The caller holds all tables. The figures are right already: they were built with the rest.
     *
     * @param planIds plans whose stored decisions are those from before the swap
     * @return how many of them changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int handle(Collection<UUID> planIds) {
        List<EligibilityChange> flips = review.review(plans.reviewed(planIds));
        changes.append(List.of(), flips);
        return flips.size();
    }

    /** That more may have changed than can be told one by one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void everything() {
        changes.reset();
    }
}
