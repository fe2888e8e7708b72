package org.dualtraining.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.dualtraining.bench.chaos.Outcome;
import org.dualtraining.bench.chaos.ThreeInstances;
import org.dualtraining.local.FreshPlatform;
import org.dualtraining.local.PublishedSeed;
import org.dualtraining.local.SeedLoader;
import org.junit.jupiter.api.Test;

/** The short version; the long one: {@code -Dchaos.seconds=60 -Dchaos.rounds=3}. */
class ThreeInstancesIT {

    /** The group gives up an instance after ten. */
    private static final Duration PAUSE = Duration.ofSeconds(Long.getLong("chaos.seconds", 15));

    private static final int ROUNDS = Integer.getInteger("chaos.rounds", 1);

    @Test
    void instances_that_are_killed_and_frozen_lose_nothing_double_nothing_and_keep_the_order() {
        long randomSeed = Long.getLong("seed", System.nanoTime());
        System.out.println("ThreeInstancesIT random seed: " + randomSeed);
        try (FreshPlatform platform = FreshPlatform.start("three-instances")) {
            PublishedSeed seed = new SeedLoader(platform.home().repository(), platform.clients(), line -> {}).load();
            platform.awaitTakenIn();
            ThreeInstances scenario = new ThreeInstances(platform, seed, new Random(randomSeed), System.out::println);

            Outcome outcome = scenario.run(PAUSE, ROUNDS);

            outcome.summary().forEach(System.out::println);
            assertThat(outcome.wrong()).isEmpty();
            assertThat(scenario.landed())
                    .as("faults that landed with work in flight")
                    .isPositive();
        }
    }
}
