package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.Poison;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/**
 * Table {@code dead_letter} and topic {@code competency-completed-dlq}: where a record lies that could not be taken, and
 * why; nothing of what it holds, because that may be anything.
 */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String TOPIC = "competency-completed-dlq";
    private static final String TYPE = "org.dualtraining.dead-letter.v1";

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
                DeadLetter letter = letter(received, now);
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

    /** Of letters that are kept already. */
    void publish(Collection<DeadLetter> letters) {
        outbox.append(letters.stream().map(DeadLetters::event).toList());
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

    private static DeadLetter letter(Received<?> received, Instant now) {
        Poison poison = Objects.requireNonNull(received.poison());
        return new DeadLetter(
                Ids.next(),
                received.topic(),
                received.partition(),
                received.offset(),
                poison.deadLetterClass(),
                poison.reason(),
                now);
    }

    /**
     * One that was redriven into waiting for its plan may be refused when that comes: then it is a dead letter again.
     *
     * @return whether it is new
     */
    private static boolean insert(Handle handle, DeadLetter letter) {
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

    private static OutboxEvent event(DeadLetter letter) {
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

    /** Where a record lies that could not be taken, and why. */
    public record DeadLetter(
            UUID id,
            String topic,
            int partition,
            long offset,
            DeadLetterClass deadLetterClass,
            String reason,
            Instant receivedAt) {}
}
