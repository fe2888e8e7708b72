package org.dualtraining.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Events become rows of table {@code outbox} in the caller's transaction: no event without its change, no change without
 * its event. The caller locks (updates) the aggregate's row first, so that ids are drawn in the order of versions.
 */
@ApplicationScoped
public class Outbox {

    static final String CHANNEL = "outbox";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    @Inject
    Outbox(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Collection<OutboxEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO outbox
                        (event_id, topic, record_key, type, aggregate_id, epoch, aggregate_version, created_at, payload)
                    VALUES (:eventId, :topic, :key, :type, :aggregateId, :epoch, :version, :time, CAST(:data AS jsonb))
                    """);
            for (OutboxEvent event : events) {
                batch.bind("eventId", event.eventId())
                        .bind("topic", event.topic())
                        .bind("key", event.key())
                        .bind("type", event.type())
                        .bind("aggregateId", event.aggregateId())
                        .bind("epoch", event.epoch())
                        .bind("version", event.aggregateVersion())
                        .bind("time", event.time())
                        .bind("data", write(event.data()))
                        .add();
            }
            batch.execute();
            // delivered on commit, so the relay wakes up as soon as there is something to see
            handle.execute("NOTIFY " + CHANNEL);
        });
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event's data cannot be written as JSON", e);
        }
    }
}
