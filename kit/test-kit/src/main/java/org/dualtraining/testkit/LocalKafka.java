package org.dualtraining.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/** A real Kafka (KRaft, one node) on loopback in a JVM of its own, which ends when this JVM ends. */
public final class LocalKafka implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String HOST = "127.0.0.1";

    private final Process process;
    private final ServerDirectory directory;
    private final int port;

    private LocalKafka(Process process, ServerDirectory directory, int port) {
        this.process = process;
        this.directory = directory;
        this.port = port;
    }

    /** On a free port, with a temporary directory: for tests. */
    public static LocalKafka start() {
        return start(null, 0);
    }

    /**
     * Starts, or starts again on what was kept.
     *
     * @param kept the directory that keeps the log between starts; null for a temporary one
     * @param wantedPort 0 for a free one
     */
    public static LocalKafka start(@Nullable Path kept, int wantedPort) {
        ServerDirectory directory = ServerDirectory.open(kept, "kafka");
        int port = FreePort.orFree(wantedPort);
        LocalKafka kafka;
        try {
            Path properties = write(settings(directory, port), directory.path().resolve("server.properties"));
            kafka = new LocalKafka(launch(properties, directory), directory, port);
        } catch (IOException e) {
            directory.close();
            throw new IllegalStateException("Kafka's JVM did not start", e);
        }
        try {
            kafka.awaitReady();
            return kafka;
        } catch (RuntimeException e) {
            String log = Processes.tail(directory.log(), 30);
            kafka.close();
            throw new IllegalStateException("Kafka did not start. The end of its log:\n" + log, e);
        }
    }

    private static Map<String, String> settings(ServerDirectory directory, int port) {
        int controller = FreePort.find();
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + HOST + ":" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controller),
                Map.entry("log.dirs", directory.data().toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // one node: nothing can be replicated, and the defaults would wait for three
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // the defaults reserve 10 MB per index and 128 MB for the cleaner
                Map.entry("log.index.size.max.bytes", "1048576"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"));
    }

    private static Path write(Map<String, String> settings, Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "written at each start");
        }
        return file;
    }

    private static Process launch(Path properties, ServerDirectory directory) throws IOException {
        List<String> command = new ArrayList<>(Processes.deafToCtrlC());
        command.addAll(List.of(
                Processes.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.add("@" + classPathFile(directory));
        command.add(KafkaMain.class.getName());
        command.add(properties.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
                .start();
    }

    /** In a file, because the class path of a Quarkus test is longer than a command line may be. */
    private static Path classPathFile(ServerDirectory directory) throws IOException {
        String quoted =
                System.getProperty("java.class.path").replace("\\", "\\\\").replace("\"", "\\\"");
        return Files.writeString(directory.path().resolve("java.arguments"), "-cp \"" + quoted + "\"\n");
    }

    private void awaitReady() {
        Instant end = Instant.now().plus(START_LIMIT);
        while (!FreePort.isTaken(port)) {
            requireRunningBefore(end);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        try (Admin admin = admin()) {
            while (!answers(admin)) {
                requireRunningBefore(end);
            }
        }
    }

    private void requireRunningBefore(Instant end) {
        if (!process.isAlive()) {
            throw new IllegalStateException("Kafka's JVM ended with exit code " + process.exitValue());
        }
        if (Instant.now().isAfter(end)) {
            throw new IllegalStateException("Kafka did not answer within " + START_LIMIT.toSeconds() + " s");
        }
    }

    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Creates the topics of the system that are not there yet. */
    public void createTopics() {
        try (Admin admin = admin()) {
            Topics.create(admin);
        }
    }

    public Admin admin() {
        KafkaLogs.onlyWarnings();
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                "200"));
    }

    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public Path log() {
        return directory.log();
    }

    /** Stops in the ordinary way, and deletes a temporary directory. */
    @Override
    public void close() {
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.flush();
        } catch (IOException e) {
            process.destroy();
        }
        if (!Processes.awaitEnd(process.toHandle(), STOP_LIMIT)) {
            process.destroyForcibly();
            Processes.awaitEnd(process.toHandle(), STOP_LIMIT);
        }
        directory.close();
    }
}
