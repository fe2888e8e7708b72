package org.dualtraining.progress.intake;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The same use cases in the tables of schema {@code shadow}: a transaction decides once, at its beginning, where it works. */
@ApplicationScoped
class ShadowIntake {

    private final Jdbi jdbi;
    private final ApplyBatch applyBatch;
    private final LettersAgain letters;
    private final ReviewPlansOfRule reviewPlans;
    private final ReviewDuePlans reviewDuePlans;

    @Inject
    ShadowIntake(
            Jdbi jdbi,
            ApplyBatch applyBatch,
            LettersAgain letters,
            ReviewPlansOfRule reviewPlans,
            ReviewDuePlans reviewDuePlans) {
        this.jdbi = jdbi;
        this.applyBatch = applyBatch;
        this.letters = letters;
        this.reviewPlans = reviewPlans;
        this.reviewDuePlans = reviewDuePlans;
    }

    /** Never in a transaction of the caller's, which works in other tables. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = 60)
    <F> void apply(Topic<F> topic, List<Received<F>> batch) {
        workInShadow();
        int expected = letters.expect(batch);
        applyBatch.apply(topic, batch);
        if (expected > 0) {
            letters.conclude(batch);
        }
    }

    /** @return whether there may be more to do */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean reviewNextPlans() {
        workInShadow();
        return reviewPlans.nextChunk();
    }

    /** @return the last plan of this chunk; empty when there is none */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = 60)
    Optional<UUID> reviewDuePlansAfter(UUID planId) {
        workInShadow();
        return reviewDuePlans.reviewAfter(planId);
    }

    private void workInShadow() {
        jdbi.useHandle(handle -> handle.execute("SET LOCAL search_path = shadow, public"));
    }
}
