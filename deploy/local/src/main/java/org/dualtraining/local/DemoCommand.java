package org.dualtraining.local;

import java.util.concurrent.Callable;
import org.dualtraining.testkit.IdentityProvider;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description = "Take a cohort from plan to eligibility, through the public APIs of what runs here.")
final class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Home home = Home.ofScript();
        RunState.Content state = RunState.requireReady(home);
        Console console = Console.ofScript();
        new Demo(ApiClients.of(state.ports(), IdentityProvider.keptIn(home.secrets())), console::line).run();
        return 0;
    }
}
