package org.dualtraining.plan.completionsource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * When each provider was last heard from. Written beside what was taken in and at most every few seconds, so that parallel
 * posts of a provider do not wait for each other; a file that holds only duplicates counts too.
 */
@ApplicationScoped
public class CompletionSources {

    static final Duration PRECISION = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(CompletionSources.class);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<UUID, Instant> written = new ConcurrentHashMap<>();

    @Inject
    CompletionSources(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public void heardFrom(UUID providerId) {
        heardFrom(List.of(providerId));
    }

    /** To be called after the work is committed: neither its failure nor its waiting may become the work's. */
    public void heardFrom(Collection<UUID> providerIds) {
        Instant now = clock.instant();
        List<UUID> due = providerIds.stream()
                .distinct()
                .filter(provider -> isDue(provider, now))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew()
                    .call(() -> write(due, now))
                    .forEach(provider -> written.put(provider, now));
        } catch (RuntimeException e) {
            LOG.warnf("time of last receipt not written cause=%s", e.getClass().getName());
        }
    }

    private boolean isDue(UUID provider, Instant now) {
        Instant last = written.get(provider);
        return last == null || last.plus(PRECISION).isBefore(now);
    }

    /**
     * In the order of ids, so that no two callers deadlock.
     *
     * @return those that there are
     */
    private List<UUID> write(List<UUID> providers, Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                        INSERT INTO completion_source AS source (provider_id, last_received_at)
                        SELECT id, :now FROM provider WHERE id = ANY (:providers) ORDER BY id
                        ON CONFLICT (provider_id) DO UPDATE SET last_received_at = excluded.last_received_at
                        WHERE source.last_received_at < excluded.last_received_at
                        RETURNING provider_id
                        """)
                .bind("now", now)
                .bindArray("providers", UUID.class, providers.toArray())
                .mapTo(UUID.class)
                .list());
    }
}
