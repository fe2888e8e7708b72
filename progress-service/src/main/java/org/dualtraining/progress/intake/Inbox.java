package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Table {@code inbox}: each event takes effect once (guarantees R2, D5). */
@ApplicationScoped
class Inbox {

    private final Jdbi jdbi;

    @Inject
    Inbox(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return the events that were never there before; sorted, so that two transactions cannot deadlock here */
    Set<UUID> enter(String source, Collection<UUID> eventIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO inbox (event_id, source) SELECT id, :source FROM unnest(:ids) AS event (id)
                        ON CONFLICT DO NOTHING RETURNING event_id
                        """)
                .bind("source", source)
                .bindArray("ids", UUID.class, new TreeSet<>(eventIds))
                .mapTo(UUID.class)
                .set());
    }
}
