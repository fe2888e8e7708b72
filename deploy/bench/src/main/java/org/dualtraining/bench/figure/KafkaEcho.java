package org.dualtraining.bench.figure;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dualtraining.local.LauncherFailure;

/** A bare round trip through Kafka: a record is sent, a consumer has it. */
final class KafkaEcho {

    private static final int BYTES = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String TOPIC = "baseline-echo";

    private final String servers;

    private KafkaEcho(String servers) {
        this.servers = servers;
    }

    static KafkaEcho on(Bench bench) {
        bench.createTopics(TOPIC);
        return new KafkaEcho(bench.platform().platform().kafka().bootstrapServers());
    }

    /** The time of each round trip. */
    double[] millis(int number, int perSecond) {
        double[] millis = new double[number];
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            Thread sender = new Thread(() -> send(producer, number, perSecond), "echo");
            sender.setDaemon(true);
            sender.start();
            long end = System.nanoTime() + PATIENCE.toNanos() + number * 1_000_000_000L / perSecond;
            int seen = 0;
            while (seen < number) {
                if (System.nanoTime() > end) {
                    throw new LauncherFailure("Kafka's echo did not come back.");
                }
                for (ConsumerRecord<byte[], byte[]> back : consumer.poll(Duration.ofMillis(200))) {
                    millis[seen++] =
                            (System.nanoTime() - ByteBuffer.wrap(back.value()).getLong()) / 1e6;
                }
            }
        }
        return millis;
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, int number, int perSecond) {
        List<Future<RecordMetadata>> acks = new ArrayList<>(number);
        long begun = System.nanoTime();
        for (int i = 0; i < number; i++) {
            long due = begun + i * (1_000_000_000L / perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            byte[] value = new byte[BYTES];
            ByteBuffer.wrap(value).putLong(System.nanoTime());
            acks.add(producer.send(new ProducerRecord<>(TOPIC, new byte[] {(byte) i}, value)));
        }
        producer.flush();
        if (!acks.stream().allMatch(Future::isDone)) {
            throw new LauncherFailure("Kafka did not take an echo.");
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<PartitionInfo> partitions = consumer.partitionsFor(TOPIC);
        consumer.assign(partitions.stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return consumer;
    }

    private KafkaProducer<byte[], byte[]> producer() {
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.partitionsFor(TOPIC);
        return producer;
    }
}
