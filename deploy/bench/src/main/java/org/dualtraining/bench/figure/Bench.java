package org.dualtraining.bench.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.dualtraining.bench.load.Curriculum;
import org.dualtraining.bench.load.EventWriter;
import org.dualtraining.bench.load.ProgressBooks;
import org.dualtraining.local.Console;
import org.dualtraining.local.FreshPlatform;
import org.dualtraining.local.LauncherFailure;
import org.dualtraining.local.PublishedSeed;
import org.dualtraining.local.Service;
import org.dualtraining.testkit.Topics;
import org.jspecify.annotations.Nullable;

/** What every figure works with: the platform of this run, the events for it, and where it says how far it is. */
public final class Bench implements AutoCloseable {

    private final FreshPlatform platform;
    private final PublishedSeed seed;
    private final Curriculum curriculum;
    private final EventWriter writer;
    private final Console console;
    private final ProgressBooks books;
    private int plans;
    private @Nullable Baseline baseline;

    public Bench(FreshPlatform platform, PublishedSeed seed, Console console) {
        this.platform = platform;
        this.seed = seed;
        this.curriculum = new Curriculum(seed);
        this.writer = new EventWriter(platform.platform().kafka().bootstrapServers());
        this.console = console;
        this.books = new ProgressBooks(database(Service.PROGRESS));
    }

    FreshPlatform platform() {
        return platform;
    }

    PublishedSeed seed() {
        return seed;
    }

    Curriculum curriculum() {
        return curriculum;
    }

    EventWriter writer() {
        return writer;
    }

    DataSource database(Service service) {
        return platform.platform().postgres().superuser(service.label());
    }

    ProgressBooks books() {
        return books;
    }

    Baseline baseline() {
        if (baseline == null) {
            baseline = Baseline.start(this);
        }
        return baseline;
    }

    /** Topics of a baseline, as wide as ours. */
    void createTopics(String... names) {
        List<NewTopic> topics = Stream.of(names)
                .map(name -> new NewTopic(name, Topics.PARTITIONS, (short) 1))
                .toList();
        try (Admin admin = platform.platform().kafka().admin()) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new LauncherFailure("The topics of a baseline were not created: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Takes the next numbers of plans, which no figure of this run has had. */
    int takePlans(int number) {
        int first = plans;
        plans += number;
        return first;
    }

    void say(String text) {
        console.line(text);
    }

    /** Waits, and shows that it does. */
    void await(String what, Duration limit, BooleanSupplier condition) {
        Instant end = Instant.now().plus(limit);
        console.working(what);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                console.done();
                throw new LauncherFailure(what + " took longer than " + limit.toSeconds() + " s.");
            }
            console.tick();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        console.done();
    }

    @Override
    public void close() {
        writer.close();
        books.close();
    }
}
