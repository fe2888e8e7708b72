package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.Poison;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code dead_letter} and topic {@code competency-completed-dlq}: where a record lies that could not be taken, and
 * why; nothing of what it holds, because that may be anything.
 */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String TOPIC = "competency-completed-dlq";
    private static final String TYPE = "org.dualtraining.dead-letter.v1";
    private static final String SELECT = """
            SELECT id, topic, partition, record_offset AS "offset", dead_letter_class, reason, received_at, redriven_at,
                   outcome
            FROM dead_letter
            """;

    private final Jdbi jdbi;
    private final Outbox outbox;

    @Inject
    DeadLetters(Jdbi jdbi, Outbox outbox) {
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    /** Poison is rare, and so goes one by one. A record that is delivered again is not buried again. */
    void bury(Collection<? extends Received<?>> poisoned, Instant now) {
        if (poisoned.isEmpty()) {
            return;
        }
        List<OutboxEvent> events = new ArrayList<>();
        jdbi.useHandle(handle -> {
            for (Received<?> received : poisoned) {
                DeadLetterView letter = letter(received, now);
                if (insert(handle, letter)) {
                    events.add(event(letter));
                    LOG.errorf(
                            "dead letter topic=%s partition=%d offset=%d class=%s reason=%s",
                            letter.topic(),
                            letter.partition(),
                            letter.offset(),
                            letter.deadLetterClass(),
                            letter.reason());
                }
            }
        });
        outbox.append(events);
    }

    /** The newest first. */
    List<DeadLetterView> list(Choice choice, UUID before, int limit) {
        return jdbi.withHandle(handle -> chosen(handle, "AND id < :before ORDER BY id DESC LIMIT :limit", choice, limit)
                .bind("before", before)
                .map(ConstructorMapper.of(DeadLetterView.class))
                .list());
    }

    /** What is a dead letter still, the oldest first. */
    List<DeadLetterView> oldestOpen(Choice choice, int limit) {
        return jdbi.withHandle(handle -> chosen(handle, "ORDER BY id LIMIT :limit", choice, limit)
                .map(ConstructorMapper.of(DeadLetterView.class))
                .list());
    }

    private static Query chosen(Handle handle, String order, Choice choice, int limit) {
        return handle.createQuery(SELECT + """
                        WHERE (:class::text IS NULL OR dead_letter_class = :class)
                          AND (:topic::text IS NULL OR topic = :topic)
                          AND (:redriven::boolean IS NULL OR (outcome IS NOT NULL) = :redriven)
                        """ + order)
                .bind("class", choice.deadLetterClass())
                .bind("topic", choice.topic())
                .bind("redriven", choice.isRedriven())
                .bind("limit", limit);
    }

    Optional<DeadLetterView> find(UUID id) {
        return jdbi.withHandle(handle -> find(handle, id, "WHERE id = :id"));
    }

    static NotFound none() {
        return new NotFound("dead letter");
    }

    /** So that one is redriven once, however many ask for it. */
    Optional<DeadLetterView> lock(UUID id) {
        return jdbi.withHandle(handle -> find(handle, id, "WHERE id = :id FOR UPDATE"));
    }

    private static Optional<DeadLetterView> find(Handle handle, UUID id, String where) {
        return handle.createQuery(SELECT + where)
                .bind("id", id)
                .map(ConstructorMapper.of(DeadLetterView.class))
                .findOne();
    }

    /** What a redrive came to. One that was refused again stays what it is, for the new reason. */
    void note(RedriveResult result, Instant now) {
        boolean isOpen = result.outcome() == RedriveOutcome.DEAD_LETTERED;
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE dead_letter SET redriven_at = :now, outcome = :outcome,
                            dead_letter_class = coalesce(:class, dead_letter_class), reason = coalesce(:reason, reason)
                        WHERE id = :id
                        """)
                .bind("now", now)
                .bind("outcome", isOpen ? null : result.outcome())
                .bind("class", result.deadLetterClass())
                .bind("reason", result.reason())
                .bind("id", result.id())
                .execute());
    }

    /** How many are dead letters still, by class. */
    Map<DeadLetterClass, Long> open() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT dead_letter_class, count(*) AS letters FROM dead_letter WHERE outcome IS NULL
                        GROUP BY dead_letter_class ORDER BY dead_letter_class
                        """)
                .setMapKeyColumn("dead_letter_class")
                .setMapValueColumn("letters")
                .collectInto(new GenericType<Map<DeadLetterClass, Long>>() {}));
    }

    private static DeadLetterView letter(Received<?> received, Instant now) {
        Poison poison = Objects.requireNonNull(received.poison());
        return new DeadLetterView(
                Ids.next(),
                received.topic(),
                received.partition(),
                received.offset(),
                poison.deadLetterClass(),
                poison.reason(),
                now,
                null,
                null);
    }

    /**
     * One that was redriven into waiting for its plan may be refused when that comes: then it is a dead letter again.
     *
     * @return whether it is new
     */
    private static boolean insert(Handle handle, DeadLetterView letter) {
        return handle.createQuery("""
                        INSERT INTO dead_letter
                            (id, topic, partition, record_offset, dead_letter_class, reason, received_at)
                        VALUES (:id, :topic, :partition, :offset, :deadLetterClass, :reason, :receivedAt)
                        ON CONFLICT (topic, partition, record_offset) DO UPDATE SET
                            dead_letter_class = EXCLUDED.dead_letter_class, reason = EXCLUDED.reason, outcome = NULL
                            WHERE dead_letter.outcome = 'PARKED'
                        RETURNING id = :id
                        """)
                .bindMethods(letter)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    private static OutboxEvent event(DeadLetterView letter) {
        return new OutboxEvent(
                letter.id(),
                TOPIC,
                letter.topic() + "-" + letter.partition(),
                TYPE,
                letter.id(),
                1,
                letter.offset(),
                letter.receivedAt(),
                new Event(
                        letter.topic(),
                        letter.partition(),
                        letter.offset(),
                        letter.deadLetterClass().name(),
                        letter.reason(),
                        letter.receivedAt()));
    }

    /** The data of the event. */
    record Event(String topic, int partition, long offset, String deadLetterClass, String reason, Instant receivedAt) {}

    /**
     * Which letters are asked for; null for any.
     *
     * @param isRedriven whether they came to something, or are dead letters still
     */
    record Choice(
            @Nullable DeadLetterClass deadLetterClass,
            @Nullable String topic,
            @Nullable Boolean isRedriven) {}
}
