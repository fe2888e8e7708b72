package org.dualtraining.progress.restore;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.dualtraining.kit.epoch.PublishedTail;
import org.dualtraining.kit.epoch.ServiceEpoch;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * A restored database has forgotten records that were taken in, and how far: they are read again from where its ledger
 * says. What is published about them begins a new epoch, because revisions will be used again.
 */
@ApplicationScoped
public class RaiseEpoch {

    private static final Logger LOG = Logger.getLogger(RaiseEpoch.class);
    private static final List<String> TOPICS = List.of("certification-eligibility-changed");

    private final ServiceEpoch epoch;
    private final PublishedTail published;
    private final Jdbi jdbi;

    @Inject
    RaiseEpoch(ServiceEpoch epoch, PublishedTail published, Jdbi jdbi) {
        this.epoch = epoch;
        this.published = published;
        this.jdbi = jdbi;
    }

    /** Before the relay starts. */
    void start(@Observes @Priority(5_000) StartupEvent started) {
        handle();
    }

    public void handle() {
        if (!epoch.isRestored()) {
            return;
        }
        // a backup may be restored twice: the epoch that the first restore raised is then unknown to the database
        int next = Math.max(epoch.current(), published.read(TOPICS).highestEpoch()) + 1;
        QuarkusTransaction.requiringNew().run(() -> {
            epoch.raiseTo(next);
            // numbers of changes will be used again: a reader's place from before must not be taken for one of these
            jdbi.useHandle(handle -> handle.execute("UPDATE change_key SET secret = gen_random_uuid()"));
        });
        LOG.warnf(
                "this database was restored: the epoch is raised to %d, and what it has forgotten is read again. Have it"
                        + " compared with plan-service when that is done: POST /api/v1/admin/reconciliations",
                next);
    }
}
