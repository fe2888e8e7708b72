package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.dualtraining.progress.eligibility.ApprenticeLock;
import org.dualtraining.progress.eligibility.RuleBook;
import org.dualtraining.progress.eligibility.RuleBook.PendingPlan;
import org.dualtraining.progress.eligibility.RuleBook.PendingReview;

/** Holds a new rule against all plans it concerns, a bounded number in each transaction. */
@ApplicationScoped
class ReviewPlansOfRule {

    private static final int CHUNK = 500;

    private final Ledger ledger;
    private final RuleBook ruleBook;
    private final ApprenticeLock lock;
    private final Consequences consequences;

    @Inject
    ReviewPlansOfRule(Ledger ledger, RuleBook ruleBook, ApprenticeLock lock, Consequences consequences) {
        this.ledger = ledger;
        this.ruleBook = ruleBook;
        this.lock = lock;
        this.consequences = consequences;
    }

    /** @return whether there may be more to do */
    @Transactional
    boolean nextChunk() {
        ledger.pass();
        Optional<PendingReview> review = ruleBook.pendingReview();
        if (review.isEmpty()) {
            return false;
        }
        List<PendingPlan> plans = ruleBook.nextPlans(review.get(), CHUNK);
        if (!plans.isEmpty()) {
            lock.take(plans.stream().map(PendingPlan::apprenticeId).toList());
            consequences.review(plans.stream().map(PendingPlan::planId).toList());
        }
        return true;
    }
}
