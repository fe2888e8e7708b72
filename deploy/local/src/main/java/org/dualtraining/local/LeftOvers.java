package org.dualtraining.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dualtraining.testkit.LocalPostgres;
import org.dualtraining.testkit.Processes;

/**
 * What a killed launcher left running. Its children normally end on their own when it dies; this is for the ones that did
 * not.
 */
public final class LeftOvers {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private LeftOvers() {}

    /** Stops them and gives their names. Only for the one that holds the lock of the home, or knows that nobody does. */
    public static List<String> stop(Home home) {
        List<String> stopped = new ArrayList<>();
        for (Path file : pidFiles(home)) {
            PidFile pidFile = new PidFile(file);
            pidFile.process().ifPresent(process -> {
                stopped.add(file.getFileName().toString().replace(".pid", ""));
                stop(process, home);
            });
            pidFile.delete();
        }
        // one that was still starting when its launcher was killed has no pid file yet
        LocalPostgres.stopLeftOver(home.postgres());
        return stopped;
    }

    private static void stop(ProcessHandle process, Home home) {
        boolean isPostgres =
                process.info().commandLine().orElse("").contains(home.postgres().toString());
        if (isPostgres) {
            LocalPostgres.stopLeftOver(home.postgres());
            return;
        }
        process.destroy();
        if (!Processes.awaitEnd(process, STOP_LIMIT)) {
            process.destroyForcibly();
            Processes.awaitEnd(process, STOP_LIMIT);
        }
    }

    private static List<Path> pidFiles(Home home) {
        if (!Files.isDirectory(home.run())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.run())) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pid"))
                    .filter(file -> !file.equals(RunState.pidFile(home)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
