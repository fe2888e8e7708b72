package org.dualtraining.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.dualtraining.testkit.Processes;

/** Starts the launcher once more, apart from this terminal, and shows its output until it is ready. */
final class Background {

    /** The last line of the launcher before it only watches. */
    static final String READY = "Everything is ready. Ctrl-C or './pipeline down' stops it.";

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Home home;
    private final Console console;
    private volatile boolean ready;

    Background(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    int start(boolean fresh, boolean demo) {
        if (RunState.launcher(home).isPresent()) {
            throw UpCommand.alreadyRunning(home);
        }
        Path log = home.log("launcher");
        Process launcher = launch(log, fresh, demo);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancel(launcher), "cancel"));
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            console.working("Starting in the background");
            while (true) {
                boolean ended = !launcher.isAlive();
                if (show(lines)) {
                    ready = true;
                    console.done();
                    console.line("Running in the background; its output goes to " + log + ".");
                    console.line("'./pipeline status' shows it, './pipeline down' stops it.");
                    return 0;
                }
                if (ended) {
                    console.done();
                    return launcher.exitValue() == 0 ? 1 : launcher.exitValue();
                }
                console.tick();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ctrl-C here before it is ready: then it shall not go on behind the back. */
    private void cancel(Process launcher) {
        if (!ready) {
            launcher.toHandle().destroy();
        }
    }

    /** Copies what is there, except the services' own lines, and says whether the launcher is ready. */
    private boolean show(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(READY)) {
                return true;
            }
            if (!line.matches("(catalog|plan|progress) *\\| .*")) {
                console.line(line);
            }
        }
        return false;
    }

    private Process launch(Path log, boolean fresh, boolean demo) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.add(Processes.java());
        command.addAll(List.of(
                "-Xmx256m",
                "-Dpipeline.repository=" + home.repository(),
                "-Dpipeline.home=" + home.own(),
                "-cp",
                System.getProperty("java.class.path"),
                Pipeline.class.getName(),
                "up"));
        if (fresh) {
            command.add("--fresh");
        }
        if (demo) {
            command.add("--demo");
        }
        try {
            Files.deleteIfExists(log);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
