package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.progress.credit.CreditFact;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.EventFields;
import org.dualtraining.progress.event.KeptJson;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code parked_event}: facts that wait for the plan or the epoch they speak of. */
@ApplicationScoped
class ParkedEvents {

    private final Jdbi jdbi;

    @Inject
    ParkedEvents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void park(Collection<? extends Received<?>> waiting, Instant now) {
        if (waiting.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO parked_event
                        (event_id, plan_id, epoch, version, source, type, record_key, data, topic, partition,
                         record_offset, written_at, parked_at)
                    VALUES (:id, :plan, :epoch, :version, :source, :type, :key, :data, :topic, :partition, :offset,
                            :writtenAt, :now)
                    """);
            for (Received<?> received : waiting) {
                CloudEvent event = Objects.requireNonNull(received.event());
                EventFields data = event.data();
                batch.bind("id", event.id())
                        .bind("plan", data.uuid("planId"))
                        .bind("epoch", data.integer("epoch", 1, Integer.MAX_VALUE))
                        .bind("version", data.number("version", 1, Long.MAX_VALUE))
                        .bind("source", event.source())
                        .bind("type", event.type())
                        .bind("key", event.key())
                        .bind("data", data.all().toString())
                        .bind("topic", received.topic())
                        .bind("partition", received.partition())
                        .bind("offset", received.offset())
                        .bind("writtenAt", received.writtenAt())
                        .bind("now", now)
                        .add();
            }
            batch.execute();
        });
    }

    /** What waits for these plans, in the order in which it happened to each. */
    List<Received<CreditFact>> waitingFor(Collection<UUID> planIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT event_id, source, type, record_key, data, topic, partition, record_offset, written_at
                        FROM parked_event WHERE plan_id = ANY (:plans) ORDER BY plan_id, epoch, version, partition, record_offset
                        """)
                .bindArray("plans", UUID.class, planIds)
                .map((row, context) -> received(row))
                .list());
    }

    void forget(Collection<UUID> eventIds) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM parked_event WHERE event_id = ANY (:events)")
                .bindArray("events", UUID.class, eventIds)
                .execute());
    }

    private Received<CreditFact> received(ResultSet row) throws SQLException {
        CloudEvent event = new CloudEvent(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                EventFields.of(KeptJson.read(row.getString(5))));
        return new Received<>(
                row.getString(6),
                row.getInt(7),
                row.getLong(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                event,
                CreditFact.from(event),
                null);
    }
}
