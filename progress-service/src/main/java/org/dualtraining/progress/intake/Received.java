package org.dualtraining.progress.intake;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.CloudEventReader;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.Poison;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A record with what it was found to be: either an event with its fact, or poison.
 *
 * @param writtenAt when the broker took it
 */
record Received<F>(
        String topic,
        int partition,
        long offset,
        Instant writtenAt,
        @Nullable UUID eventId,
        @Nullable F fact,
        @Nullable Poison poison) {

    private static final Logger LOG = Logger.getLogger(Received.class);

    static <F> Received<F> decode(ConsumerRecord<byte[], byte[]> record, Topic<F> topic) {
        UUID eventId = null;
        F fact = null;
        Poison poison = null;
        try {
            CloudEvent event = CloudEventReader.read(record, topic.source());
            fact = topic.decode(event);
            eventId = event.id();
        } catch (Poison undecodable) {
            poison = undecodable;
        } catch (RuntimeException defect) {
            LOG.errorf(
                    defect,
                    "undecodable by a defect topic=%s partition=%d offset=%d",
                    record.topic(),
                    record.partition(),
                    record.offset());
            poison = unprocessable();
        }
        return new Received<>(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                eventId,
                fact,
                poison);
    }

    Received<F> poisonedBy(Poison reason) {
        return new Received<>(topic, partition, offset, writtenAt, eventId, null, reason);
    }

    static Poison unprocessable() {
        return new Poison(DeadLetterClass.UNPROCESSABLE, "well formed, and yet it could not be applied: see the log");
    }

    Ledger.Position position() {
        return new Ledger.Position(topic, partition);
    }
}
