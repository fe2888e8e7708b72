package org.dualtraining.bench.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.dualtraining.bench.load.Curriculum;
import org.dualtraining.bench.load.EventWriter;
import org.dualtraining.bench.load.ProgressBooks;
import org.dualtraining.local.FreshPlatform;
import org.dualtraining.local.Instance;
import org.dualtraining.local.PublishedSeed;
import org.dualtraining.local.Service;
import org.dualtraining.testkit.Topics;

/**
 * Three instances of progress-service share the partitions; one is killed, one is frozen for longer than the group waits for
 * it and goes on as if nothing had been. Nothing may be lost or counted twice, and the order of an apprentice's events stays.
 */
public final class ThreeInstances {

    private static final String GROUP = "progress-service";
    private static final int APPRENTICES = 300;
    private static final int BURST = 400;
    private static final Duration DRAINED = Duration.ofMinutes(3);
    private static final Duration READY = Duration.ofMinutes(2);

    private final FreshPlatform platform;
    private final Random random;
    private final Consumer<String> out;
    private final Story story;
    private final ProgressBooks books;
    private final List<Instance> others = new ArrayList<>();
    private int faults;
    private int landed;

    public ThreeInstances(FreshPlatform platform, PublishedSeed seed, Random random, Consumer<String> out) {
        this.platform = platform;
        this.random = random;
        this.out = out;
        this.books = new ProgressBooks(platform.platform().postgres().superuser(Service.PROGRESS.label()));
        this.story = new Story(new Curriculum(seed), random, APPRENTICES);
    }

    /**
     * Runs it.
     *
     * @param pause how long one is frozen, more than the ten seconds of the session
     * @param rounds of faults, each of one kill and one pause
     */
    public Outcome run(Duration pause, int rounds) {
        try (EventWriter writer = new EventWriter(platform.platform().kafka().bootstrapServers())) {
            writer.write(story.beginning());
            for (int i = 2; i <= 3; i++) {
                others.add(platform.platform().startAnother(Service.PROGRESS, "progress-" + i));
            }
            await("the instances share the partitions", READY, () -> owners().size() == 3);
            for (int round = 0; round < rounds; round++) {
                round(writer, pause, round);
            }
            Map<TopicPartition, Long> ends = platform.ends();
            await("all instances together drain the topics", DRAINED, () -> books.missing(ends) == 0);
        }
        books.close();
        List<String> wrong = new Judge(platform, story).verdict();
        return new Outcome(
                "three instances over " + Topics.PARTITIONS + " partitions",
                List.of("%d events about %d apprentices; %d kills and pauses, %d of them with work in flight"
                        .formatted(story.told(), APPRENTICES, faults, landed)),
                wrong);
    }

    public int landed() {
        return landed;
    }

    private void round(EventWriter writer, Duration pause, int round) {
        Instance killed = others.get(round % 2);
        Instance frozen = others.get((round + 1) % 2);
        feed(writer);
        strike(killed, () -> killed.process().kill());
        out.accept("Killed one instance, " + landed + " of " + faults + " faults landed with work in flight so far.");
        feed(writer);
        strike(frozen, () -> frozen.process().pause());
        out.accept("Froze another for " + pause.toSeconds() + " s.");
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            feed(writer);
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        frozen.process().resume();
        feed(writer);
        others.set(round % 2, platform.platform().startAnother(Service.PROGRESS, "progress-again-" + round));
        out.accept("It goes on, and the killed one has a successor.");
        await("three instances share the partitions again", READY, () -> owners().size() == 3);
        feed(writer);
    }

    private void feed(EventWriter writer) {
        story.next(BURST).forEach(writer::send);
        writer.flush();
    }

    /** The fault comes a random moment after the instance has records to take; then it is judged whether it had them. */
    private void strike(Instance instance, Runnable fault) {
        Set<TopicPartition> own = owned(instance);
        Map<TopicPartition, Long> ends = platform.ends();
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(20)).toNanos());
        fault.run();
        faults++;
        ends.keySet().retainAll(own);
        if (books.missing(ends) > 0) {
            landed++;
        }
    }

    private Set<TopicPartition> owned(Instance instance) {
        return owners().getOrDefault(Integer.toString(instance.address().http()), Set.of());
    }

    /** Which instance, by the port that its name in the group ends with, has which partitions of the completions. */
    private Map<String, Set<TopicPartition>> owners() {
        String suffix = "-" + Topics.COMPETENCY_COMPLETED;
        try (Admin admin = platform.platform().kafka().admin()) {
            return admin.describeConsumerGroups(Set.of(GROUP)).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> member.groupInstanceId().orElse("").endsWith(suffix))
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .collect(Collectors.toMap(
                            member -> port(member.groupInstanceId().orElse(""), suffix),
                            member -> member.assignment().topicPartitions(),
                            (a, b) -> b));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String port(String name, String suffix) {
        String rest = name.substring(0, name.length() - suffix.length());
        return rest.substring(rest.lastIndexOf('-') + 1);
    }

    private static void await(String what, Duration limit, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(limit).until(condition);
    }
}
