package org.dualtraining.bench.figure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.dualtraining.bench.load.Curriculum;
import org.dualtraining.bench.load.DocumentedReads;
import org.dualtraining.bench.load.Event;
import org.dualtraining.bench.load.ProgressBooks;
import org.dualtraining.local.Service;
import org.dualtraining.testkit.Topics;

/**
 * P6: what an event costs, and how long each read of the dashboards takes, when there are few credits and when there are many,
 * of the same organisations. The credits come as events, as they do in life.
 */
final class ScaleFigures {

    private static final double GOAL = 1.3;

    /** Credits of each plan before the measuring: the other events are what is measured. */
    private static final int CREDITED = 10;

    private static final int BURST = 1_000;
    private static final Duration LONGEST_VACUUM = Duration.ofMinutes(10);
    private static final String VACUUMS =
            "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'autovacuum worker'";
    private static final int READS = 300;

    private final Bench bench;
    private final ProgressBooks books;
    private int plans;
    private int first;

    ScaleFigures(Bench bench) {
        this.bench = bench;
        this.books = bench.books();
    }

    /** What was measured at one size. */
    record Measured(long credits, double microsPerEvent, Map<String, Double> p99) {}

    /** Fills up to some number of credits, at least with what a burst needs, and measures there when vacuum is done. */
    Measured measure(int credits) {
        fill(credits);
        bench.await("Waiting for autovacuum", LONGEST_VACUUM, () -> books.number(VACUUMS) == 0);
        double[] micros = new double[Curriculum.EVENTS_PER_PLAN - CREDITED];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = burst(CREDITED + i);
        }
        return new Measured(facts(), HttpLoad.median(micros), reads());
    }

    static List<Figure> compare(Measured few, Measured many) {
        List<String> notes = List.of("%d credits against %d".formatted(many.credits(), few.credits()));
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "P6",
                "cost of an event with many credits, against few",
                "microseconds",
                many.microsPerEvent(),
                few.microsPerEvent(),
                Figure.Goal.atMost(GOAL),
                notes));
        many.p99()
                .forEach((path, millis) -> figures.add(new Figure(
                        "P6",
                        "p99 of GET " + path + " with many credits, against few",
                        "ms",
                        millis,
                        few.p99().getOrDefault(path, Double.NaN),
                        Figure.Goal.atMost(GOAL),
                        List.of())));
        return figures;
    }

    private void fill(int credits) {
        long missing = Math.max(BURST * CREDITED, credits - facts());
        plans = (int) (missing / CREDITED);
        first = bench.takePlans(plans);
        new Drain(bench).plans(first, first + plans);
        int events = plans * CREDITED;
        long expected = received() + events;
        bench.writer().write(bench.curriculum().events(first, first + plans, events));
        bench.await("Taking in " + events + " events", Drain.longest(events), () -> received() >= expected);
    }

    /** Events of one round for plans that lie far from each other; gives microseconds per event. */
    private double burst(int round) {
        int number = Math.min(BURST, plans);
        List<Event> events = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            int plan = first + (int) ((long) i * plans / number);
            events.add(bench.curriculum().event(plan, round));
        }
        long expected = received() + number;
        BooleanSupplier isTaken = () -> received() >= expected;
        long begun = System.nanoTime();
        bench.writer().write(events.stream());
        bench.await("Measuring " + number + " events", Duration.ofMinutes(2), isTaken);
        return (System.nanoTime() - begun) / 1e3 / number;
    }

    private Map<String, Double> reads() {
        String address = bench.platform().platform().ports().address(Service.PROGRESS);
        String token = bench.platform().platform().identity().tokens().agency();
        Map<String, Double> p99 = new LinkedHashMap<>();
        try (HttpLoad load = new HttpLoad(1)) {
            for (String url : new DocumentedReads(address).urls(Map.of())) {
                if (url.contains("/dashboard")) {
                    var request = HttpLoad.request(url, token).build();
                    load.p99(READS / 3, request);
                    p99.put(url.substring(address.length()), load.p99(READS, request));
                }
            }
        }
        return p99;
    }

    private long received() {
        return books.received(Topics.COMPETENCY_COMPLETED);
    }

    private long facts() {
        return books.number("SELECT count(*) FROM credit_fact");
    }
}
