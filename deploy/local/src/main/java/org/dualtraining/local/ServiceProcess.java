package org.dualtraining.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dualtraining.testkit.LastWill;
import org.dualtraining.testkit.Processes;

/** One packaged service as a process: its output goes to a log file and, with its name before each line, to the console. */
public final class ServiceProcess implements AutoCloseable {

    /** Longer than quarkus.shutdown.timeout: requests under way are finished. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final Path log;
    private final PidFile pidFile;
    private final LastWill lastWill;
    private final Thread output;

    private ServiceProcess(String name, Process process, Path log, PidFile pidFile, LastWill lastWill, Thread output) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
        this.lastWill = lastWill;
        this.output = output;
    }

    /** @param name of its log and of its pid file, and what it is called on the console */
    static ServiceProcess start(String name, Path jar, Home home, Map<String, String> environment, Console console) {
        Path log = home.log(name);
        try {
            keepPrevious(log);
            Process process = launch(jar, environment);
            PidFile pidFile = new PidFile(home.run().resolve(name + ".pid"));
            pidFile.write(process.toHandle());
            LastWill lastWill = LastWill.over(process.pid(), "TERM", null);
            Thread output = new Thread(() -> copy(process, name, log, console), name + "-output");
            output.setDaemon(true);
            output.start();
            return new ServiceProcess(name, process, log, pidFile, lastWill, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path jar, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(Processes.deafToCtrlC());
        command.addAll(
                List.of(Processes.java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-jar"));
        command.add(jar.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void keepPrevious(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copy(Process process, String name, Path log, Console console) {
        try (BufferedReader lines = process.inputReader();
                Writer writer = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                writer.write(line + "\n");
                writer.flush();
                console.line(name, line);
            }
        } catch (IOException e) {
            console.line(name, "(its output cannot be read any more: " + e.getMessage() + ")");
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public CompletableFuture<ServiceProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** What happened and the end of the log, for a service that ended on its own. */
    public String obituary() {
        awaitOutput();
        return "The " + name + "-service ended with exit code " + process.exitValue() + ". The end of its log (" + log
                + "):\n" + Processes.tail(log, 30);
    }

    /** Takes every processor from it, as a frozen machine would, until {@link #resume()}: for tests. */
    public void pause() {
        Processes.signal("STOP", process.pid());
    }

    public void resume() {
        Processes.signal("CONT", process.pid());
    }

    /** As a power cut would: for tests. */
    public void kill() {
        process.toHandle().destroyForcibly();
        Processes.awaitEnd(process.toHandle(), STOP_LIMIT);
        forget();
    }

    /** Asks it to stop, waits, and kills it only when it does not. */
    @Override
    public void close() {
        process.toHandle().destroy();
        if (!Processes.awaitEnd(process.toHandle(), STOP_LIMIT)) {
            process.toHandle().destroyForcibly();
            Processes.awaitEnd(process.toHandle(), STOP_LIMIT);
        }
        forget();
    }

    private void forget() {
        awaitOutput();
        lastWill.close();
        pidFile.delete();
    }

    private void awaitOutput() {
        try {
            output.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
