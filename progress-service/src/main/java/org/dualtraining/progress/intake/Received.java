package org.dualtraining.progress.intake;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.CloudEventReader;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.Poison;
import org.dualtraining.progress.event.Verdict;
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
        @Nullable CloudEvent event,
        @Nullable F fact,
        @Nullable Poison poison) {

    private static final Logger LOG = Logger.getLogger(Received.class);

    static <F> Received<F> decode(ConsumerRecord<byte[], byte[]> record, Topic<F> topic) {
        CloudEvent event = null;
        F fact = null;
        Poison poison = null;
        try {
            event = CloudEventReader.read(record, topic.source());
            fact = topic.decode(event);
        } catch (Poison undecodable) {
            poison = undecodable;
        } catch (RuntimeException defect) {
            LOG.errorf(
                    defect,
                    "undecodable by a defect topic=%s partition=%d offset=%d",
                    record.topic(),
                    record.partition(),
                    record.offset());
            poison = Poison.unprocessable();
        }
        return new Received<>(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                event,
                fact,
                poison);
    }

    Received<F> poisonedBy(Poison reason) {
        return new Received<>(topic, partition, offset, writtenAt, null, null, reason);
    }

    /** As a dead letter, for what became clear only beside what is known. */
    Received<F> refused(Verdict verdict) {
        return poisonedBy(
                verdict == Verdict.FORGED
                        ? new Poison(DeadLetterClass.FORGED, "the plan is another apprentice's")
                        : new Poison(DeadLetterClass.CONFLICTING_VERSION, "this version is known with other content"));
    }

    Ledger.Position position() {
        return new Ledger.Position(topic, partition);
    }
}
