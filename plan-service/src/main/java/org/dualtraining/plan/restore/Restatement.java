package org.dualtraining.plan.restore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.plan.trainingplan.RestateInEpoch;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How far the plans were said anew, moved in the transaction that says them. */
@ApplicationScoped
class Restatement {

    private static final Logger LOG = Logger.getLogger(Restatement.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int CHUNK = 50;

    private final Jdbi jdbi;
    private final RestateInEpoch restateInEpoch;

    @Inject
    Restatement(Jdbi jdbi, RestateInEpoch restateInEpoch) {
        this.jdbi = jdbi;
        this.restateInEpoch = restateInEpoch;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void begin() {
        moveTo(BEFORE_ALL);
    }

    /** @return whether there may be more to do */
    @Transactional
    boolean nextChunk() {
        Optional<Progress> progress = progress();
        if (progress.isEmpty()) {
            return false;
        }
        UUID last = restateInEpoch.handle(
                progress.get().through(), CHUNK, progress.get().epoch());
        moveTo(last);
        if (last == null) {
            LOG.infof("every plan is said in epoch %d", progress.get().epoch());
        }
        return last != null;
    }

    /** Locked: instances that start at once take turns. */
    private Optional<Progress> progress() {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT epoch, restated_through FROM service_epoch WHERE restated_through IS NOT NULL FOR UPDATE
                        """)
                .map((row, context) -> new Progress(row.getInt(1), row.getObject(2, UUID.class)))
                .findOne());
    }

    private void moveTo(@Nullable UUID through) {
        jdbi.useHandle(h -> h.createUpdate("UPDATE service_epoch SET restated_through = :through")
                .bind("through", through)
                .execute());
    }

    private record Progress(int epoch, UUID through) {}
}
