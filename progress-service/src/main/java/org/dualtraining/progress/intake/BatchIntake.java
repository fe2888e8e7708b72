package org.dualtraining.progress.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.dualtraining.progress.event.Poison;
import org.jboss.logging.Logger;

/** Takes what a consumer polled: decoded record by record, applied as one, and in halves when one record spoils it. */
@ApplicationScoped
class BatchIntake {

    private static final Logger LOG = Logger.getLogger(BatchIntake.class);

    private final ApplyBatch applyBatch;
    private final Patience patience;
    private final OwnPartitions partitions;
    private final MeterRegistry metrics;

    @Inject
    BatchIntake(ApplyBatch applyBatch, Patience patience, OwnPartitions partitions, MeterRegistry metrics) {
        this.applyBatch = applyBatch;
        this.patience = patience;
        this.partitions = partitions;
        this.metrics = metrics;
    }

    /** Returns when every record is applied or buried; only then may its offset be committed. */
    <F> void take(Topic<F> topic, ConsumerRecords<byte[], byte[]> polled) {
        List<Received<F>> batch = new ArrayList<>(polled.count());
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            batch.add(Received.decode(record, topic));
        }
        if (batch.isEmpty()) {
            return;
        }
        takeAll(topic, batch);
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            partitions.taken(
                    new Ledger.Position(partition.topic(), partition.partition()),
                    records.get(records.size() - 1).offset() + 1);
        }
    }

    /** One that cannot be applied spoils its batch, which is halved until it is alone. */
    private <F> void takeAll(Topic<F> topic, List<Received<F>> batch) {
        try {
            apply(topic, batch);
        } catch (Patience.ServiceStops stops) {
            throw stops;
        } catch (RuntimeException defect) {
            if (batch.size() == 1) {
                bury(topic, batch.get(0), defect);
                return;
            }
            LOG.warnf("a batch is halved topic=%s records=%d", topic.name(), batch.size());
            takeAll(topic, batch.subList(0, batch.size() / 2));
            takeAll(topic, batch.subList(batch.size() / 2, batch.size()));
        }
    }

    private <F> void bury(Topic<F> topic, Received<F> received, RuntimeException defect) {
        LOG.errorf(
                defect,
                "unprocessable topic=%s partition=%d offset=%d",
                received.topic(),
                received.partition(),
                received.offset());
        apply(topic, List.of(received.poisonedBy(Poison.unprocessable())));
    }

    private <F> void apply(Topic<F> topic, List<Received<F>> batch) {
        long start = System.nanoTime();
        Tally tally = patience.run(topic.name(), () -> applyBatch.handle(topic, batch));
        tally.totals().forEach((outcome, count) -> metrics.counter(
                        "intake.records",
                        "topic",
                        topic.name(),
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment(count));
        LOG.infof(
                "batch topic=%s records=%d outcomes=%s millis=%d",
                topic.name(), batch.size(), tally.totals(), (System.nanoTime() - start) / 1_000_000);
    }
}
