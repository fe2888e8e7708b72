package org.dualtraining.progress.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/** Takes what a consumer polled: decoded record by record, applied as one, and record by record when one spoils it. */
@ApplicationScoped
class BatchIntake {

    private static final Logger LOG = Logger.getLogger(BatchIntake.class);

    private final ApplyBatch applyBatch;
    private final Patience patience;
    private final MeterRegistry metrics;

    @Inject
    BatchIntake(ApplyBatch applyBatch, Patience patience, MeterRegistry metrics) {
        this.applyBatch = applyBatch;
        this.patience = patience;
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
        try {
            apply(topic, batch);
        } catch (Patience.ServiceStops stops) {
            throw stops;
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "a batch goes on record by record topic=%s records=%d", topic.name(), batch.size());
            batch.forEach(received -> takeOne(topic, received));
        }
    }

    private <F> void takeOne(Topic<F> topic, Received<F> received) {
        try {
            apply(topic, List.of(received));
        } catch (Patience.ServiceStops stops) {
            throw stops;
        } catch (RuntimeException defect) {
            LOG.errorf(
                    defect,
                    "unprocessable topic=%s partition=%d offset=%d",
                    received.topic(),
                    received.partition(),
                    received.offset());
            apply(topic, List.of(received.poisonedBy(Received.unprocessable())));
        }
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
