package org.dualtraining.bench.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.dualtraining.bench.load.Curriculum;
import org.dualtraining.bench.load.DocumentedReads;
import org.dualtraining.bench.load.EventWriter;
import org.dualtraining.bench.load.ProgressBooks;
import org.dualtraining.local.FreshPlatform;
import org.dualtraining.local.Platform;
import org.dualtraining.local.PublishedSeed;
import org.dualtraining.local.Service;

/**
 * PostgreSQL or Kafka goes away for a while under progress-service, while events come and reads are asked. Nothing may become
 * poison or be skipped; reads say at once that they cannot be answered, or are answered; afterwards all goes on by itself.
 */
public final class ServerAway {

    /** It says five times a second that Kafka is away, which is what is meant here. */
    private static final Logger NETWORK = Logger.getLogger("org.apache.kafka.clients.NetworkClient");

    private static final int APPRENTICES = 100;
    private static final int BURST = 50;
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration DRAINED = Duration.ofMinutes(3);
    private static final double LONGEST_RETURN_SECONDS = 10;

    /** What goes away, and how. */
    public enum Fault {
        POSTGRES_KILLED,
        POSTGRES_FROZEN,
        KAFKA_KILLED;

        private boolean leavesKafka() {
            return this != KAFKA_KILLED;
        }

        private void begin(Platform platform) {
            switch (this) {
                case POSTGRES_KILLED -> platform.killPostgres();
                case POSTGRES_FROZEN -> platform.pausePostgres();
                case KAFKA_KILLED -> platform.killKafka();
            }
        }

        private void end(Platform platform) {
            switch (this) {
                case POSTGRES_KILLED -> platform.startPostgresAgain();
                case POSTGRES_FROZEN -> platform.resumePostgres();
                case KAFKA_KILLED -> platform.startKafkaAgain();
            }
        }
    }

    private final FreshPlatform platform;
    private final Story story;
    private final Consumer<String> out;
    private final double longestRead;

    /**
     * Tells a new story to a platform without one.
     *
     * @param longestRead how many seconds any read may take
     */
    public ServerAway(
            FreshPlatform platform, PublishedSeed seed, Random random, double longestRead, Consumer<String> out) {
        this.platform = platform;
        this.out = out;
        NETWORK.setLevel(Level.SEVERE);
        this.longestRead = longestRead;
        this.story = new Story(new Curriculum(seed), random, APPRENTICES);
    }

    /** One fault after the other on the same story, each for so long. */
    public List<Outcome> run(List<Fault> faults, Duration away) {
        List<Outcome> outcomes = new ArrayList<>();
        try (EventWriter beginning = writer()) {
            beginning.write(story.beginning());
        }
        awaitDrained();
        for (Fault fault : faults) {
            outcomes.add(run(fault, away));
        }
        return outcomes;
    }

    private Outcome run(Fault fault, Duration away) {
        List<String> summary = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> reads = reads();
        summary.add(reads.size() + " reads, each asked five times a second");
        String token = platform.platform().identity().tokens().agency();
        try (Probes probes = new Probes(reads, token)) {
            feed();
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            feed();
            long gone = System.nanoTime();
            fault.begin(platform.platform());
            out.accept(fault + ": away for " + away.toSeconds() + " s.");
            long until = gone + away.toNanos();
            while (System.nanoTime() < until) {
                if (fault.leavesKafka()) {
                    feed();
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
            long back = System.nanoTime();
            fault.end(platform.platform());
            out.accept("It is back.");
            feed();
            await("all reads are answered again", READY, () -> probes.backAfter(back) < Double.POSITIVE_INFINITY);
            awaitDrained();
            summary.add("drained %.1f s after its return began".formatted((System.nanoTime() - back) / 1e9));
            judge(fault, probes, gone, back, summary, wrong);
        }
        wrong.addAll(new Judge(platform, story).verdict());
        return new Outcome(fault.name(), summary, wrong);
    }

    private void judge(Fault fault, Probes probes, long gone, long back, List<String> summary, List<String> wrong) {
        List<Probes.Answer> meanwhile = probes.askedBetween(gone, back);
        summary.add("while it was away: " + Probes.summary(meanwhile));
        wrong.addAll(Probes.faults(meanwhile, longestRead));
        if (fault == Fault.KAFKA_KILLED && meanwhile.stream().anyMatch(answer -> answer.status() != 200)) {
            wrong.add("a read needs Kafka");
        }
        double returned = probes.backAfter(back);
        summary.add("all reads were answered %.1f s after its return began".formatted(returned));
        if (returned > LONGEST_RETURN_SECONDS) {
            wrong.add("reads came back only after %.1f s".formatted(returned));
        }
        List<Probes.Answer> afterwards = probes.askedBetween(back, Long.MAX_VALUE);
        summary.add("afterwards: " + Probes.summary(afterwards));
        wrong.addAll(Probes.faults(afterwards, longestRead));
    }

    private List<String> reads() {
        return new DocumentedReads(platform.platform().ports().address(Service.PROGRESS))
                .urls(Map.of(
                        "training-plans", Curriculum.planId(0).toString(),
                        "apprentices", Curriculum.apprenticeId(0).toString(),
                        "certifications", story.touchyCertification().toString()));
    }

    private void feed() {
        try (EventWriter writer = writer()) {
            writer.write(story.next(BURST).stream());
        }
    }

    private EventWriter writer() {
        return new EventWriter(platform.platform().kafka().bootstrapServers());
    }

    private void awaitDrained() {
        Map<TopicPartition, Long> ends = platform.ends();
        try (ProgressBooks books =
                new ProgressBooks(platform.platform().postgres().superuser(Service.PROGRESS.label()))) {
            await("all is taken in", DRAINED, () -> books.missing(ends) == 0);
        }
    }

    private static void await(String what, Duration limit, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(limit).until(condition);
    }
}
