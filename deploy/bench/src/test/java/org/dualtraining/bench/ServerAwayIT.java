package org.dualtraining.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.dualtraining.bench.chaos.Outcome;
import org.dualtraining.bench.chaos.ServerAway;
import org.dualtraining.local.FreshPlatform;
import org.dualtraining.local.PublishedSeed;
import org.dualtraining.local.SeedLoader;
import org.junit.jupiter.api.Test;

/** The short version; the long one: {@code -Dchaos.seconds=60}. */
class ServerAwayIT {

    /** In seconds: a hang is one of 15. The two seconds of the guarantee need a machine that does nothing else. */
    private static final double LONGEST_READ = 5;

    private static final Duration AWAY = Duration.ofSeconds(Long.getLong("chaos.seconds", 8));

    @Test
    void postgresql_and_kafka_away_make_nothing_poison_skip_nothing_and_let_no_read_hang() {
        long randomSeed = Long.getLong("seed", System.nanoTime());
        System.out.println("ServerAwayIT random seed: " + randomSeed);
        try (FreshPlatform platform = FreshPlatform.start("server-away")) {
            PublishedSeed seed = new SeedLoader(platform.home().repository(), platform.clients(), line -> {}).load();
            platform.awaitTakenIn();

            List<Outcome> outcomes = new ServerAway(
                            platform, seed, new Random(randomSeed), LONGEST_READ, System.out::println)
                    .run(List.of(ServerAway.Fault.values()), AWAY);

            outcomes.forEach(outcome -> {
                System.out.println(outcome.scenario());
                outcome.summary().forEach(line -> System.out.println("  " + line));
            });
            assertThat(outcomes)
                    .allSatisfy(outcome ->
                            assertThat(outcome.wrong()).as(outcome.scenario()).isEmpty());
        }
    }
}
