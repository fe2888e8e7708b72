package org.dualtraining.progress.intake;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.progress.eligibility.ApprenticeLock;
import org.dualtraining.progress.eligibility.DuePlan;
import org.dualtraining.progress.eligibility.DuePlans;
import org.dualtraining.progress.eligibility.RuleBook;

/** Reviews the plans of which something is decided otherwise with the day, a bounded number in each transaction. */
@ApplicationScoped
class ReviewDuePlans {

    private static final int CHUNK = 500;

    private final Ledger ledger;
    private final DuePlans due;
    private final RuleBook ruleBook;
    private final ApprenticeLock lock;
    private final Consequences consequences;

    @Inject
    ReviewDuePlans(Ledger ledger, DuePlans due, RuleBook ruleBook, ApprenticeLock lock, Consequences consequences) {
        this.ledger = ledger;
        this.due = due;
        this.ruleBook = ruleBook;
        this.lock = lock;
        this.consequences = consequences;
    }

    /** @return the last plan of this chunk; empty when there is none, or another instance is at it */
    @Transactional
    @TransactionConfiguration(timeout = 60)
    Optional<UUID> chunkAfter(UUID after) {
        if (!due.isMine()) {
            return Optional.empty();
        }
        ledger.pass();
        return reviewAfter(after);
    }

    @Transactional
    boolean isDone() {
        return due.after(FollowTheDay.BEFORE_ALL, 1).isEmpty();
    }

    /** In a transaction of the caller's, and in the tables that it has chosen. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<UUID> reviewAfter(UUID after) {
        ruleBook.holdStill();
        List<DuePlan> plans = due.after(after, CHUNK);
        if (plans.isEmpty()) {
            return Optional.empty();
        }
        lock.take(plans.stream().map(DuePlan::apprenticeId).toList());
        consequences.review(plans.stream().map(DuePlan::planId).toList());
        return Optional.of(plans.get(plans.size() - 1).planId());
    }
}
