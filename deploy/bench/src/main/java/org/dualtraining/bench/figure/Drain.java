package org.dualtraining.bench.figure;

import java.time.Duration;
import org.dualtraining.bench.load.ProgressBooks;
import org.dualtraining.local.Service;
import org.dualtraining.testkit.Topics;

/** Takes the time in which progress-service takes in events that wait in Kafka when it starts. */
final class Drain {

    private final Bench bench;

    Drain(Bench bench) {
        this.bench = bench;
    }

    /**
     * What a drain took.
     *
     * @param events between the first and the last look at the books that saw them move
     */
    record Result(long events, double seconds, HeapWatch.Floors heap) {

        double perSecond() {
            return events / seconds;
        }

        double microsPerEvent() {
            return seconds * 1e6 / events;
        }
    }

    /** Far above what is to be expected: it only ends what does not end by itself. */
    static Duration longest(long records) {
        return Duration.ofMinutes(2).plusMillis(5 * records);
    }

    /** Sends plans, and waits until they are taken in: the drain is about completions. */
    void plans(int from, int to) {
        long expected = bench.books().received(Topics.TRAINING_PLAN_CHANGED) + (to - from);
        bench.writer().write(bench.curriculum().plans(from, to));
        bench.await(
                "Taking in " + (to - from) + " plans",
                longest(20L * (to - from)),
                () -> bench.books().received(Topics.TRAINING_PLAN_CHANGED) >= expected);
    }

    /** Stops progress-service; {@link #drain} starts it again. */
    void fill(int from, int to, int events) {
        bench.platform().platform().service(Service.PROGRESS).close();
        bench.say("Writing " + events + " events to Kafka while progress-service is stopped ...");
        bench.writer().write(bench.curriculum().events(from, to, events));
    }

    Result drain(int events) {
        ProgressBooks books = bench.books();
        long before = books.received(Topics.COMPETENCY_COMPLETED);
        bench.platform().platform().startService(Service.PROGRESS);
        bench.await(
                "Starting progress-service",
                Duration.ofMinutes(2),
                () -> books.received(Topics.COMPETENCY_COMPLETED) > before);
        long begun = System.nanoTime();
        long atBegin = books.received(Topics.COMPETENCY_COMPLETED);
        try (HeapWatch heap = HeapWatch.of(bench.platform().platform().ports(), Service.PROGRESS)) {
            bench.await(
                    "Draining " + events + " events",
                    longest(events),
                    () -> books.received(Topics.COMPETENCY_COMPLETED) >= before + events);
            double seconds = (System.nanoTime() - begun) / 1e9;
            bench.platform().platform().awaitReady(Service.PROGRESS);
            return new Result(before + events - atBegin, seconds, heap.floors());
        }
    }
}
