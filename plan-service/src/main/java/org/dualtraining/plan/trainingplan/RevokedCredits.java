package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What was taken back from lines, which is kept nowhere but in the event that said so. */
@ApplicationScoped
class RevokedCredits {

    private final Jdbi jdbi;

    @Inject
    RevokedCredits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By the ids of the revocations; absent where the event is not kept. */
    Map<UUID, Revoked> of(Collection<UUID> eventIds) {
        return jdbi
                .withHandle(h -> h.createQuery("""
                                SELECT event_id, payload ->> 'basis' AS basis,
                                    CAST(payload ->> 'completedOn' AS date) AS completed_on,
                                    CAST(payload ->> 'rating' AS int) AS rating,
                                    CAST(payload ->> 'providerId' AS uuid) AS provider_id,
                                    CAST(payload #>> '{evidence,reference}' AS uuid) AS reference,
                                    CAST(payload ->> 'revokes' AS uuid) AS revokes
                                FROM outbox WHERE event_id = ANY (:events)
                                """)
                        .bindArray("events", UUID.class, eventIds.toArray())
                        .map((row, context) -> new Revoked(
                                row.getObject("event_id", UUID.class),
                                new LineCredit(
                                        Basis.valueOf(row.getString("basis")),
                                        row.getObject("completed_on", LocalDate.class),
                                        (Integer) row.getObject("rating"),
                                        row.getObject("provider_id", UUID.class),
                                        row.getObject("reference", UUID.class)),
                                row.getObject("revokes", UUID.class)))
                        .list())
                .stream()
                .collect(Collectors.toMap(Revoked::eventId, revoked -> revoked));
    }

    record Revoked(UUID eventId, LineCredit credit, UUID revokes) {}
}
