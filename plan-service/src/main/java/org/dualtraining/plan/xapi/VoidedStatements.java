package org.dualtraining.plan.xapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The statements that were taken back; also those that have not arrived. */
@ApplicationScoped
class VoidedStatements {

    private final Jdbi jdbi;

    @Inject
    VoidedStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return those that were not taken back before */
    Set<UUID> add(UUID providerId, Collection<UUID> statements, Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                        INSERT INTO voided_statement (provider_id, statement_id, voided_at)
                        SELECT :provider, statement, :now FROM unnest(:statements) AS s (statement) ORDER BY statement
                        ON CONFLICT DO NOTHING RETURNING statement_id
                        """)
                .bind("provider", providerId)
                .bind("now", now)
                .bindArray("statements", UUID.class, statements.toArray())
                .mapTo(UUID.class)
                .set());
    }

    /** Which of these were taken back. */
    Set<UUID> among(UUID providerId, Collection<UUID> statements) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT statement_id FROM voided_statement
                        WHERE provider_id = :provider AND statement_id = ANY (:statements)
                        """)
                .bind("provider", providerId)
                .bindArray("statements", UUID.class, statements.toArray())
                .mapTo(UUID.class)
                .set());
    }
}
