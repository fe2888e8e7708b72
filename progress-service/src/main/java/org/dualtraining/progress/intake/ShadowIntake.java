package org.dualtraining.progress.intake;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The same use cases in the tables of schema {@code shadow}: a transaction decides once, at its beginning, where it works. */
@ApplicationScoped
class ShadowIntake {

    private final Jdbi jdbi;
    private final ApplyBatch applyBatch;
    private final ReviewPlansOfRule reviewPlans;

    @Inject
    ShadowIntake(Jdbi jdbi, ApplyBatch applyBatch, ReviewPlansOfRule reviewPlans) {
        this.jdbi = jdbi;
        this.applyBatch = applyBatch;
        this.reviewPlans = reviewPlans;
    }

    /** Never in a transaction of the caller's, which works in other tables. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = 60)
    <F> void apply(Topic<F> topic, List<Received<F>> batch) {
        workInShadow();
        applyBatch.apply(topic, batch);
    }

    /** @return whether there may be more to do */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean reviewNextPlans() {
        workInShadow();
        return reviewPlans.nextChunk();
    }

    private void workInShadow() {
        jdbi.useHandle(handle -> handle.execute("SET LOCAL search_path = shadow, public"));
    }
}
