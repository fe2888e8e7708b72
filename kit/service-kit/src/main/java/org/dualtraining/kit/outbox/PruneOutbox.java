package org.dualtraining.kit.outbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Forgets events that were published long ago: the topics keep them for ever, and nobody reads them here. The oldest go
 * first, in transactions so small that none runs into the statement timeout or holds up the relay.
 */
@ApplicationScoped
public class PruneOutbox {

    private static final Logger LOG = Logger.getLogger(PruneOutbox.class);

    /** For those who look what was said last; no program needs them. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int BATCH = 1_000;

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    PruneOutbox(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void handle() {
        Instant until = clock.instant().minus(KEPT);
        // said before it is done: what is missing later is then known to be old and not lost
        jdbi.useHandle(h -> h.createUpdate("UPDATE outbox_pruned SET until = greatest(until, :until)")
                .bind("until", until)
                .execute());
        long pruned = 0;
        Batch last = new Batch(0, 0, 0);
        do {
            last = prune(last.through(), until);
            pruned += last.gone();
        } while (last.looked() == BATCH && last.gone() > 0);
        if (pruned > 0) {
            LOG.infof("outbox pruned rows=%d until=%s", pruned, until);
        }
    }

    /**
     * Only the first rows are looked at: ids follow time closely enough, and so no index is needed.
     *
     * @param after what was looked at before; its dead rows are not read again
     */
    private Batch prune(long after, Instant until) {
        return jdbi.withHandle(h -> h.createQuery("""
                        WITH oldest AS (SELECT id FROM outbox WHERE id > :after ORDER BY id LIMIT :batch),
                        gone AS (
                            DELETE FROM outbox USING oldest
                            WHERE outbox.id = oldest.id AND published_at < :until AND created_at < :until
                            RETURNING outbox.id)
                        SELECT (SELECT count(*) FROM oldest), (SELECT coalesce(max(id), 0) FROM oldest),
                               (SELECT count(*) FROM gone)
                        """)
                .bind("after", after)
                .bind("batch", BATCH)
                .bind("until", until)
                .map((row, context) -> new Batch(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one());
    }

    private record Batch(long looked, long through, long gone) {}
}
