package org.dualtraining.progress.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics between two positions, in no group: whatever it does, the running intake keeps its partitions. */
final class HistoryReader implements AutoCloseable {

    private static final int PORTION = 500;
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;

    HistoryReader(String servers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        PORTION,
                        // what is gone from a topic is missed by the comparison, which says so
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Hands over every record of a topic from one position up to another and not beyond, a portion at a time. */
    void read(
            String topic,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Consumer<List<ConsumerRecord<byte[], byte[]>>> portion) {
        List<TopicPartition> unread = new ArrayList<>(to.keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .filter(partition -> to.getOrDefault(partition, 0L) > from.getOrDefault(partition, 0L))
                .toList());
        consumer.assign(unread);
        unread.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
        while (!unread.isEmpty()) {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(POLL)) {
                if (polled.offset() < to.getOrDefault(new TopicPartition(topic, polled.partition()), 0L)) {
                    records.add(polled);
                }
            }
            if (!records.isEmpty()) {
                portion.accept(records);
            }
            List<TopicPartition> finished = unread.stream()
                    .filter(partition -> consumer.position(partition) >= to.getOrDefault(partition, 0L))
                    .toList();
            consumer.pause(finished);
            unread.removeAll(finished);
        }
    }

    @Override
    public void close() {
        consumer.close(Duration.ZERO);
    }
}
