package org.dualtraining.local;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Build what is not built, start everything, load the seed; Ctrl-C stops it.")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--fresh", description = "Delete the data of earlier runs first.")
    private boolean fresh;

    @Option(names = "--demo", description = "Run the demonstration when everything is ready.")
    private boolean demo;

    @Option(names = "--detach", description = "Return when everything is ready, and leave it running.")
    private boolean detach;

    private @Nullable Platform platform;
    private @Nullable RunState state;
    private boolean stopping;

    @Override
    public Integer call() {
        Home home = Home.ofScript().prepare();
        return detach ? new Background(home, Console.ofScript()).start(fresh, demo) : runHere(home, Console.ofScript());
    }

    private int runHere(Home home, Console console) {
        Ports ports = Ports.from(System.getenv());
        RunState acquired = RunState.acquire(home).orElseThrow(() -> alreadyRunning(home));
        state = acquired;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home, console), "stop"));
        List<String> leftOvers = LeftOvers.stop(home);
        if (!leftOvers.isEmpty()) {
            console.line("Stopped what a killed launcher had left: " + String.join(", ", leftOvers) + ".");
        }
        ports.requireFree();
        if (fresh) {
            home.deleteData();
            console.line("Deleted the data of earlier runs.");
        }
        acquired.write(ports, false);
        Platform started = new Platform(home.prepare(), ports, console);
        platform = started;
        started.start();
        new SeedLoader(home.repository(), ApiClients.of(started), console::line).load();
        acquired.write(ports, true);
        Welcome.print(console, ports);
        if (demo) {
            new Demo(ApiClients.of(started), console::line).run();
        }
        console.line(Background.READY);
        throw new LauncherFailure(started.awaitDeath());
    }

    static LauncherFailure alreadyRunning(Home home) {
        String who = RunState.launcher(home)
                .map(process -> " (process " + process.pid() + ")")
                .orElse("");
        return new LauncherFailure(
                "It is already running" + who + ". './pipeline status' shows it, './pipeline down' stops it.");
    }

    /** Runs when this JVM ends, for whatever reason. */
    private synchronized void stop(Home home, Console console) {
        if (stopping) {
            return;
        }
        stopping = true;
        console.done();
        if (platform != null) {
            console.line("Stopping the services, Kafka and PostgreSQL ...");
            platform.close();
            console.line("Stopped. The data is kept in " + home.data() + ".");
        }
        if (state != null) {
            state.close();
        }
    }
}
