package org.dualtraining.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.dualtraining.testkit.Topics;

/** The packaged services with PostgreSQL and Kafka on free ports, beside whatever else runs; its logs stay in target. */
final class TestPlatform implements AutoCloseable {

    private static final String GROUP = "progress-service";

    private final Home home;
    private final Platform platform;
    private final Admin admin;

    private TestPlatform(Home home, Platform platform) {
        this.home = home;
        this.platform = platform;
        this.admin = platform.kafka().admin();
    }

    static TestPlatform start(String name) {
        String repository = System.getProperty("pipeline.repository", "../..");
        Home home = new Home(
                Path.of(repository).toAbsolutePath().normalize(),
                Path.of("target", "platform-of-" + name).toAbsolutePath());
        delete(home.own());
        Platform platform = new Platform(
                home.prepare(), Ports.free(), Console.plain(new PrintStream(OutputStream.nullOutputStream())));
        try {
            platform.start();
            return new TestPlatform(home, platform);
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Platform platform() {
        return platform;
    }

    Home home() {
        return home;
    }

    ApiClients clients() {
        return ApiClients.of(platform);
    }

    /** Where each partition that progress-service reads ends now. */
    Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (String topic : new String[] {
            Topics.COMPETENCY_COMPLETED, Topics.TRAINING_PLAN_CHANGED, Topics.CERTIFICATION_RULE_CHANGED
        }) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                wanted.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        try {
            Map<TopicPartition, ListOffsetsResultInfo> found =
                    admin.listOffsets(wanted).all().get();
            return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue()
                    .offset()));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many records before the given ends progress-service has not committed. */
    long missing(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> committed = committed();
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Where progress-service would go on by the offsets that it committed. */
    Map<TopicPartition, Long> committed() {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return committed.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until progress-service has taken in everything that is in its topics now. */
    void awaitTakenIn() {
        Map<TopicPartition, Long> ends = ends();
        Awaitility.await("progress-service takes in all records")
                .atMost(Duration.ofSeconds(60))
                .until(() -> missing(ends) == 0);
    }

    @Override
    public void close() {
        admin.close();
        platform.close();
    }
}
