package org.dualtraining.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dualtraining.testkit.Processes;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stop everything; the data stays.")
final class DownCommand implements Callable<Integer> {

    /** The launcher itself waits at most 30 s for each of services, Kafka and PostgreSQL. */
    private static final Duration LIMIT = Duration.ofSeconds(100);

    @Override
    public Integer call() {
        Home home = Home.ofScript();
        Console console = Console.ofScript();
        Optional<ProcessHandle> launcher = RunState.launcher(home);
        launcher.ifPresent(process -> stop(process, console));
        List<String> leftOvers = LeftOvers.stop(home);
        if (!leftOvers.isEmpty()) {
            console.line("Stopped what a killed launcher had left: " + String.join(", ", leftOvers) + ".");
        } else if (launcher.isEmpty()) {
            console.line("Nothing was running.");
        }
        return 0;
    }

    private static void stop(ProcessHandle launcher, Console console) {
        console.line("Stopping ...");
        launcher.destroy();
        if (!Processes.awaitEnd(launcher, LIMIT)) {
            launcher.destroyForcibly();
            throw new LauncherFailure("It did not stop within " + LIMIT.toSeconds()
                    + " s and was killed. Run './pipeline down' once more to clean up.");
        }
        console.line("Stopped. The data is kept.");
    }
}
