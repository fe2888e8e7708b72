package org.dualtraining.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.dualtraining.testkit.Topics;

/** The packaged services with PostgreSQL and Kafka on free ports and with no data, beside whatever else runs. */
public final class FreshPlatform implements AutoCloseable {

    private static final String GROUP = "progress-service";

    private final Home home;
    private final Platform platform;
    private final RunState lock;
    private final Admin admin;

    private FreshPlatform(Home home, Platform platform, RunState lock) {
        this.home = home;
        this.platform = platform;
        this.lock = lock;
        this.admin = platform.kafka().admin();
    }

    /** For a test: the logs stay in target. */
    public static FreshPlatform start(String name) {
        String repository = System.getProperty("pipeline.repository", "../..");
        return start(
                Path.of(repository).toAbsolutePath().normalize(),
                Path.of("target", "platform-of-" + name).toAbsolutePath());
    }

    /**
     * Starts one.
     *
     * @param own the directory of its data and logs; only one may run in it
     */
    public static FreshPlatform start(Path repository, Path own) {
        Home home = new Home(repository, own).prepare();
        RunState lock = RunState.acquire(home)
                .orElseThrow(() -> new LauncherFailure("Another one runs in " + own + "; wait until it has ended."));
        LeftOvers.stop(home);
        home.deleteData();
        Platform platform = new Platform(
                home.prepare(), Ports.free(), Console.plain(new PrintStream(OutputStream.nullOutputStream())));
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
        try {
            platform.start();
            return new FreshPlatform(home, platform, lock);
        } catch (RuntimeException e) {
            platform.close();
            lock.close();
            throw e;
        }
    }

    public Platform platform() {
        return platform;
    }

    public Home home() {
        return home;
    }

    public ApiClients clients() {
        return ApiClients.of(platform);
    }

    /** Where each partition that progress-service reads ends now. */
    public Map<TopicPartition, Long> ends() {
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

    /** How many records before the given ends progress-service has not taken in, as its ledger says. */
    public long missing(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> taken = taken();
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - taken.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** A killed instance may not have committed what it took in, and its successor goes on from the ledger. */
    private Map<TopicPartition, Long> taken() {
        Map<TopicPartition, Long> taken = new HashMap<>();
        try (Connection connection =
                        platform.postgres().superuser(Service.PROGRESS.label()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT topic, partition, next_offset FROM intake_ledger")) {
            while (rows.next()) {
                taken.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
            return taken;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where progress-service would go on by the offsets that it committed. */
    Map<TopicPartition, Long> committed() {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return committed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                    .offset()));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until progress-service has taken in everything that is in its topics now. */
    public void awaitTakenIn() {
        Map<TopicPartition, Long> ends = ends();
        Awaitility.await("progress-service takes in all records")
                .atMost(Duration.ofSeconds(60))
                .until(() -> missing(ends) == 0);
    }

    @Override
    public void close() {
        admin.close();
        platform.close();
        home.deleteData();
        lock.close();
    }
}
