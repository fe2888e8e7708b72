package org.dualtraining.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

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
        // ids are drawn in the order of the events; the notification, delivered on commit, wakes the relay up
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO outbox
                            (event_id, topic, record_key, type, aggregate_id, epoch, aggregate_version, created_at, payload)
                        SELECT event_id, topic, record_key, type, aggregate_id, epoch, version, created_at::timestamptz,
                               payload::jsonb
                        FROM unnest(:eventIds, :topics, :keys, :types, :aggregateIds, :epochs, :versions, :times, :data)
                            WITH ORDINALITY AS e (event_id, topic, record_key, type, aggregate_id, epoch, version,
                                created_at, payload, place)
                        ORDER BY place;
                        NOTIFY\s""" + CHANNEL)
                .bindArray("eventIds", UUID.class, column(events, OutboxEvent::eventId))
                .bindArray("topics", String.class, column(events, OutboxEvent::topic))
                .bindArray("keys", String.class, column(events, OutboxEvent::key))
                .bindArray("types", String.class, column(events, OutboxEvent::type))
                .bindArray("aggregateIds", UUID.class, column(events, OutboxEvent::aggregateId))
                .bindArray("epochs", Integer.class, column(events, OutboxEvent::epoch))
                .bindArray("versions", Long.class, column(events, OutboxEvent::aggregateVersion))
                .bindArray("times", String.class, column(events, event -> event.time()
                        .toString()))
                .bindArray("data", String.class, column(events, event -> write(event.data())))
                .execute());
    }

    private static <T> List<T> column(Collection<OutboxEvent> events, Function<OutboxEvent, T> member) {
        return events.stream().map(member).toList();
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event's data cannot be written as JSON", e);
        }
    }
}
