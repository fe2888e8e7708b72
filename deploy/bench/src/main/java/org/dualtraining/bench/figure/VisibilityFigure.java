package org.dualtraining.bench.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.dualtraining.local.Cohort;
import org.dualtraining.local.LauncherFailure;
import org.dualtraining.local.Service;

/**
 * P5: from the answer of a post to the moment when its credit is visible, against a bare round trip through Kafka at the
 * same rate. Visible is what the event stream shows: it is told after the commit, so a GET shows it no later, and looking at
 * it is no load, which asking again and again would be. In the end a GET of each plan must agree.
 */
final class VisibilityFigure {

    private static final double GOAL = 5;
    private static final int PER_SECOND = 100;
    private static final int POSTERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Bench bench;

    VisibilityFigure(Bench bench) {
        this.bench = bench;
    }

    Figure measure(int apprentices) {
        Classroom classroom = new Classroom(bench, apprentices);
        KafkaEcho echo = KafkaEcho.on(bench);
        int warm = classroom.posts() / 4;
        int posts = classroom.posts() - warm;
        bench.say("Posting " + classroom.posts() + " completions at " + PER_SECOND + " a second ...");
        try (HttpLoad load = new HttpLoad(1);
                ProgressStream stream = ProgressStream.open(progress("/api/v1/events"), agency())) {
            visible(load, classroom, stream, 0, warm);
            double[] before = echo.millis(Math.max(posts / 2, 1), PER_SECOND);
            long begun = System.nanoTime();
            double[] ours = visible(load, classroom, stream, warm, classroom.posts());
            double perSecond = posts / ((System.nanoTime() - begun) / 1e9);
            double[] after = echo.millis(Math.max(posts / 2, 1), PER_SECOND);
            double[] theirs = new double[before.length + after.length];
            System.arraycopy(before, 0, theirs, 0, before.length);
            System.arraycopy(after, 0, theirs, before.length, after.length);
            requireSame(load, classroom);
            return new Figure(
                    "P5",
                    "from the answer of a POST to visible progress, p99, against a bare Kafka round trip",
                    "ms",
                    HttpLoad.p99(ours),
                    HttpLoad.p99(theirs),
                    Figure.Goal.atMost(GOAL),
                    List.of(
                            "%d posts, %.0f/s of the wanted %d/s, seen on the event stream; median %.1f ms; Kafka alone: median %.1f ms"
                                    .formatted(
                                            posts,
                                            perSecond,
                                            PER_SECOND,
                                            HttpLoad.median(ours),
                                            HttpLoad.median(theirs))));
        }
    }

    private double[] visible(HttpLoad load, Classroom classroom, ProgressStream stream, int from, int to) {
        long[] answered = new long[to - from];
        AtomicInteger next = new AtomicInteger(from);
        ExecutorService posters = Executors.newFixedThreadPool(POSTERS);
        List<Future<?>> running = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < POSTERS; i++) {
            running.add(posters.submit(() -> {
                for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                    pace(begun, number - from);
                    load.send(classroom.post(number));
                    answered[number - from] = System.nanoTime();
                }
            }));
        }
        try {
            HttpLoad.join(running);
        } finally {
            posters.shutdownNow();
        }
        bench.await("Waiting until all is visible", PATIENCE, () -> IntStream.range(from, to)
                .allMatch(number -> seenAt(stream, classroom, number).isPresent()));
        double[] millis = new double[to - from];
        for (int i = 0; i < millis.length; i++) {
            // what is visible before the answer has arrived is visible at once
            millis[i] = Math.max(0, seenAt(stream, classroom, from + i).orElseThrow() - answered[i]) / 1e6;
        }
        return millis;
    }

    private static OptionalLong seenAt(ProgressStream stream, Classroom classroom, int number) {
        return stream.seenAt(classroom.trainee(number).planId(), classroom.creditsAfter(number));
    }

    /** Each number has its moment. */
    private static void pace(long begun, int number) {
        long due = begun + number * (1_000_000_000L / PER_SECOND);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** The last post of each apprentice is counted in the plan's progress. */
    private void requireSame(HttpLoad load, Classroom classroom) {
        for (int number = classroom.posts() - classroom.trainees(); number < classroom.posts(); number++) {
            String url = progress(
                    "/api/v1/training-plans/" + classroom.trainee(number).planId() + "/progress");
            try {
                int credited = Cohort.JSON
                        .readTree(load.send(HttpLoad.request(url, agency()).build()))
                        .path("credited")
                        .asInt();
                if (credited != classroom.creditsAfter(number)) {
                    throw new LauncherFailure("The stream and the progress of a plan do not agree.");
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String progress(String path) {
        return bench.platform().platform().ports().address(Service.PROGRESS) + path;
    }

    private String agency() {
        return bench.platform().platform().identity().tokens().agency();
    }
}
