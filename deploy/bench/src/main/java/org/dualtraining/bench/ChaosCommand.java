package org.dualtraining.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.dualtraining.bench.chaos.Outcome;
import org.dualtraining.bench.chaos.ServerAway;
import org.dualtraining.bench.chaos.ThreeInstances;
import org.dualtraining.local.Console;
import org.dualtraining.local.FreshPlatform;
import org.dualtraining.local.Home;
import org.dualtraining.local.PublishedSeed;
import org.dualtraining.local.SeedLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "chaos",
        description = "Kill and freeze processes and servers of a platform of its own, and judge what came of it.")
final class ChaosCommand implements Callable<Integer> {

    private static final Duration AWAY = Duration.ofSeconds(60);

    /** In seconds, of a guarantee. */
    private static final double LONGEST_READ = 2;

    @Option(
            names = "--minutes",
            paramLabel = "<number>",
            description = "How long at least; each scenario runs once or more. Default: ${DEFAULT-VALUE}.",
            defaultValue = "10")
    private int minutes = 10;

    @Option(names = "--seed", paramLabel = "<number>", description = "Of an earlier run: the same events again.")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        Home home = Home.ofScript();
        Console console = Console.ofScript();
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        long chosen = seed == null ? System.nanoTime() : seed;
        console.line("Seed: " + chosen + " (again with --seed " + chosen + ")");
        Random random = new Random(chosen);
        List<Outcome> outcomes = new ArrayList<>();
        do {
            outcomes.addAll(servers(home, console, random));
            outcomes.addAll(instances(home, console, random));
        } while (System.nanoTime() < end && outcomes.stream().allMatch(Outcome::held));
        outcomes.forEach(outcome -> print(outcome, console));
        boolean held = outcomes.stream().allMatch(Outcome::held);
        console.line(held ? "Everything held." : "Not everything held; the seed was " + chosen + ".");
        return held ? 0 : 1;
    }

    private static List<Outcome> servers(Home home, Console console, Random random) {
        try (FreshPlatform platform = start(home, console)) {
            return new ServerAway(platform, load(home, platform), random, LONGEST_READ, console::line)
                    .run(List.of(ServerAway.Fault.values()), AWAY);
        }
    }

    private static List<Outcome> instances(Home home, Console console, Random random) {
        try (FreshPlatform platform = start(home, console)) {
            return List.of(new ThreeInstances(platform, load(home, platform), random, console::line).run(AWAY, 2));
        }
    }

    private static FreshPlatform start(Home home, Console console) {
        console.line("Starting a platform of its own ...");
        return FreshPlatform.start(home.repository(), home.own().resolve("chaos"));
    }

    private static PublishedSeed load(Home home, FreshPlatform platform) {
        PublishedSeed seed = new SeedLoader(home.repository(), platform.clients(), line -> {}).load();
        platform.awaitTakenIn();
        return seed;
    }

    private static void print(Outcome outcome, Console console) {
        console.line("");
        console.line(outcome.scenario() + ": " + (outcome.held() ? "held" : "did not hold"));
        outcome.summary().forEach(line -> console.line("  " + line));
        outcome.wrong().forEach(line -> console.line("  WRONG: " + line));
    }
}
