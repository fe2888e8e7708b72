package org.dualtraining.progress.redrive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads single records from where they lie, beside the consumer group and without moving it. */
@ApplicationScoped
class RecordsAgain {

    private static final int TIMEOUT_MILLIS = 3_000;

    private final Map<String, Object> settings;

    @Inject
    RecordsAgain(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS);
    }

    /** A connection for several records. */
    Reading open() {
        try {
            return new Reading(new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        } catch (KafkaException e) {
            throw new BrokerIsAway();
        }
    }

    static final class Reading implements AutoCloseable {

        private final KafkaConsumer<byte[], byte[]> consumer;

        private Reading(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        /** @return empty when it is not there any more */
        Optional<ConsumerRecord<byte[], byte[]>> at(TopicPartition partition, long offset) {
            try {
                if (consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L) <= offset) {
                    return Optional.empty();
                }
                consumer.assign(List.of(partition));
                consumer.seek(partition, offset);
                long end = System.nanoTime() + Duration.ofMillis(TIMEOUT_MILLIS).toNanos();
                while (System.nanoTime() < end) {
                    for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(200))) {
                        // a later one is what a compaction left
                        return found.offset() == offset ? Optional.of(found) : Optional.empty();
                    }
                }
                throw new BrokerIsAway();
            } catch (OffsetOutOfRangeException e) {
                return Optional.empty();
            } catch (KafkaException e) {
                throw new BrokerIsAway();
            }
        }

        @Override
        public void close() {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
