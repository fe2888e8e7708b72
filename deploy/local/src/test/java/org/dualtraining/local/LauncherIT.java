package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.dualtraining.testkit.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as the script calls it, in a process of its own. */
class LauncherIT {

    private static final Duration STOPPED = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final Map<String, String> ports = freePorts();

    /** How a command ended and what it printed. */
    private record Outcome(int exitCode, String output) {}

    @AfterEach
    void down() throws IOException, InterruptedException {
        run("down");
    }

    @Test
    void up_starts_everything_once_and_down_stops_it() throws IOException, InterruptedException {
        Outcome up = run("up", "--detach");
        assertThat(up.output()).contains("Published version 1", "/q/swagger-ui", "5 requirement rules (Illustration");
        assertThat(up.exitCode()).isZero();
        assertThat(run("status").exitCode()).isZero();
        List<ProcessHandle> processes = processes();
        assertThat(processes).hasSize(6);

        Outcome second = run("up");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).contains("already running");

        assertThat(run("down").exitCode()).isZero();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(run("status").exitCode()).isEqualTo(3);
    }

    @Test
    void a_killed_launcher_leaves_nothing_and_the_next_one_finds_the_data() throws IOException, InterruptedException {
        assertThat(run("up", "--detach").exitCode()).isZero();
        List<ProcessHandle> processes = processes();
        pidFile("launcher").process().orElseThrow().destroyForcibly();
        Awaitility.await().atMost(STOPPED).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));

        Outcome next = run("up", "--detach");
        assertThat(next.output())
                .contains("Found the framework, version 1 published")
                .doesNotContain("Entered");

        List<ProcessHandle> others = processes();
        pidFile("plan").process().orElseThrow().destroyForcibly();
        Awaitility.await().atMost(STOPPED).until(() -> others.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(Files.readString(directory.resolve("logs/launcher.log")))
                .contains("The plan-service ended with exit code 137. The end of its log");
    }

    @Test
    void a_taken_port_is_named_and_nothing_is_started() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports.put("PIPELINE_KAFKA_PORT", Integer.toString(taken.getLocalPort()));

            Outcome up = run("up");

            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.output())
                    .contains(taken.getLocalPort() + " is taken; choose another with PIPELINE_KAFKA_PORT=<port>");
            assertThat(processes()).isEmpty();
        }
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        Path classPath = Files.writeString(
                directory.resolve("class-path.arguments"), "-cp \"" + System.getProperty("java.class.path") + "\"\n");
        Path output = directory.resolve("output-of-" + arguments[0] + ".txt");
        List<String> command = new ArrayList<>(List.of(
                Processes.java(),
                "-XX:+UseSerialGC",
                "-Dpipeline.repository=" + System.getProperty("pipeline.repository", "../.."),
                "-Dpipeline.home=" + directory,
                "@" + classPath,
                Pipeline.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(ports);
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    /** What the running launcher says it started, and itself. */
    private List<ProcessHandle> processes() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("run"))) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .flatMap(file -> new PidFile(file).process().stream())
                    .toList();
        }
    }

    private PidFile pidFile(String name) {
        return new PidFile(directory.resolve("run/" + name + ".pid"));
    }

    private static Map<String, String> freePorts() {
        Ports free = Ports.free();
        Map<String, String> variables = new HashMap<>();
        for (Service service : Service.values()) {
            String name = "PIPELINE_" + service.name();
            variables.put(name + "_PORT", Integer.toString(free.http(service)));
            variables.put(name + "_MANAGEMENT_PORT", Integer.toString(free.management(service)));
        }
        variables.put("PIPELINE_POSTGRES_PORT", Integer.toString(free.postgres()));
        variables.put("PIPELINE_KAFKA_PORT", Integer.toString(free.kafka()));
        return variables;
    }
}
