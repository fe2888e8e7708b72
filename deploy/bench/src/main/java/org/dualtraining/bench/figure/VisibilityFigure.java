package org.dualtraining.bench.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.dualtraining.local.Cohort;
import org.dualtraining.local.LauncherFailure;
import org.dualtraining.local.Service;

/**
 * P5: from the answer of a post to the moment when the plan's progress shows it, against a bare round trip through Kafka at
 * the same rate. Visible is what a GET of the plan's progress says: some readers ask for what is not visible yet, in
 * turns, so that each is looked at every few milliseconds, which is in our time and not in the baseline's.
 */
final class VisibilityFigure {

    private static final double GOAL = 5;
    private static final int PER_SECOND = 100;
    private static final int POSTERS = 8;
    private static final int READERS = 4;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Bench bench;

    VisibilityFigure(Bench bench) {
        this.bench = bench;
    }

    private record Waiting(int number, long answered) {}

    Figure measure(int apprentices) {
        Classroom classroom = new Classroom(bench, apprentices);
        KafkaEcho echo = KafkaEcho.on(bench);
        int warm = classroom.posts() / 4;
        int posts = classroom.posts() - warm;
        bench.say("Posting " + classroom.posts() + " completions at " + PER_SECOND + " a second ...");
        try (HttpLoad load = new HttpLoad(1)) {
            visible(load, classroom, 0, warm);
            double[] before = echo.millis(Math.max(posts / 2, 1), PER_SECOND);
            long begun = System.nanoTime();
            double[] ours = visible(load, classroom, warm, classroom.posts());
            double perSecond = posts / ((System.nanoTime() - begun) / 1e9);
            double[] after = echo.millis(Math.max(posts / 2, 1), PER_SECOND);
            double[] theirs = new double[before.length + after.length];
            System.arraycopy(before, 0, theirs, 0, before.length);
            System.arraycopy(after, 0, theirs, before.length, after.length);
            return new Figure(
                    "P5",
                    "from the answer of a POST to visible progress, p99, against a bare Kafka round trip",
                    "ms",
                    HttpLoad.p99(ours),
                    HttpLoad.p99(theirs),
                    Figure.Goal.atMost(GOAL),
                    List.of(
                            "%d posts, %.0f/s of the wanted %d/s, seen by polling GET progress; median %.1f ms; Kafka alone: median %.1f ms"
                                    .formatted(
                                            posts,
                                            perSecond,
                                            PER_SECOND,
                                            HttpLoad.median(ours),
                                            HttpLoad.median(theirs))));
        }
    }

    private double[] visible(HttpLoad load, Classroom classroom, int from, int to) {
        ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        AtomicInteger posted = new AtomicInteger(from);
        ExecutorService threads = Executors.newFixedThreadPool(POSTERS + READERS);
        List<Future<?>> running = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < POSTERS; i++) {
            running.add(threads.submit(() -> {
                for (int number = posted.getAndIncrement(); number < to; number = posted.getAndIncrement()) {
                    pace(begun, number - from);
                    load.send(classroom.post(number));
                    waiting.add(new Waiting(number, System.nanoTime()));
                }
            }));
        }
        for (int i = 0; i < READERS; i++) {
            running.add(threads.submit(() -> look(load, classroom, to - from, waiting, millis)));
        }
        try {
            HttpLoad.join(running);
            return millis.stream().mapToDouble(Double::doubleValue).toArray();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Each number has its moment. */
    private static void pace(long begun, int number) {
        long due = begun + number * (1_000_000_000L / PER_SECOND);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Takes whoever waits longest for a look, and puts it back when it is not there yet. */
    private void look(
            HttpLoad load,
            Classroom classroom,
            int number,
            ConcurrentLinkedQueue<Waiting> waiting,
            ConcurrentLinkedQueue<Double> millis) {
        while (millis.size() < number) {
            Waiting one = waiting.poll();
            if (one == null) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } else if (credited(load, classroom, one.number()) >= classroom.creditsAfter(one.number())) {
                millis.add((System.nanoTime() - one.answered()) / 1e6);
            } else if (System.nanoTime() - one.answered() > PATIENCE.toNanos()) {
                throw new LauncherFailure("A completion did not become visible within " + PATIENCE.toSeconds() + " s.");
            } else {
                waiting.add(one);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private int credited(HttpLoad load, Classroom classroom, int number) {
        String url = bench.platform().platform().ports().address(Service.PROGRESS) + "/api/v1/training-plans/"
                + classroom.trainee(number).planId() + "/progress";
        HttpRequest request = HttpLoad.request(
                        url, bench.platform().platform().identity().tokens().agency())
                .build();
        try {
            return Cohort.JSON.readTree(load.send(request)).path("credited").asInt();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
