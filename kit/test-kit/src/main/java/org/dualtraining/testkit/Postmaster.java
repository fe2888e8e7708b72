package org.dualtraining.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The server process that a PostgreSQL data directory names in its pid file. */
final class Postmaster {

    private Postmaster() {}

    /** Empty when none runs. A pid that meanwhile belongs to another program is told by its command line. */
    static Optional<ProcessHandle> on(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> runsOn(process, data));
    }

    private static boolean runsOn(ProcessHandle process, Path data) {
        String commandLine = process.info().commandLine().orElse("");
        return commandLine.contains("postgres") && commandLine.contains(data.toString());
    }

    /** A launcher that was killed may have left its server: it holds the data, so it must go first. */
    static void stopLeftOver(Path data, Duration limit) throws IOException {
        Optional<ProcessHandle> leftOver = on(data);
        if (leftOver.isEmpty()) {
            return;
        }
        Processes.signal("INT", leftOver.get().pid());
        if (!Processes.awaitEnd(leftOver.get(), limit)) {
            throw new IllegalStateException("A PostgreSQL left on " + data + " (process "
                    + leftOver.get().pid() + ") does not stop.");
        }
    }
}
