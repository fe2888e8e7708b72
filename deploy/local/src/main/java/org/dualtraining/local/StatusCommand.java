package org.dualtraining.local;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.dualtraining.testkit.FreePort;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = "Show what runs and where. Exit code 0: all is ready, 1: not all, 3: nothing runs.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @Override
    public Integer call() {
        Home home = Home.ofScript();
        Console console = Console.ofScript();
        Optional<RunState.Content> state = RunState.read(home);
        if (state.isEmpty()) {
            console.line("Nothing is running here. Start it with './pipeline up'.");
            return NOT_RUNNING;
        }
        Ports ports = state.get().ports();
        boolean all = print(console, "postgres", FreePort.isTaken(ports.postgres()), "127.0.0.1:" + ports.postgres());
        all &= print(console, "kafka", FreePort.isTaken(ports.kafka()), "127.0.0.1:" + ports.kafka());
        for (Service service : Service.values()) {
            all &= print(console, service.label(), Readiness.of(service, ports), ports.address(service));
        }
        if (!state.get().ready()) {
            console.line("It is still starting.");
        }
        return all && state.get().ready() ? 0 : 1;
    }

    private static boolean print(Console console, String name, boolean ready, String address) {
        console.line(String.format("%-10s %-10s %s", name, ready ? "ready" : "not ready", address));
        return ready;
    }
}
