package org.dualtraining.bench.figure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dualtraining.bench.load.Curriculum;
import org.dualtraining.bench.load.Event;
import org.dualtraining.bench.load.ProgressBooks;
import org.dualtraining.local.LauncherFailure;

/** P1b: the intake against the textbook's consumer, which takes one record in one transaction of entities. */
final class TextbookFigure {

    private static final double GOAL = 10;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Bench bench;

    TextbookFigure(Bench bench) {
        this.bench = bench;
    }

    /** @param ours events per second of the intake, as this run measured it */
    Figure measure(double ours, int events) throws SQLException {
        Baseline baseline = bench.baseline();
        int plans = Curriculum.plansFor(events);
        int from = bench.takePlans(plans);
        enterPlans(baseline, from, plans);
        try (ProgressBooks books = new ProgressBooks(baseline.database())) {
            return measure(ours, events, from, plans, books);
        }
    }

    private Figure measure(double ours, int events, int from, int plans, ProgressBooks books) {
        bench.writer()
                .write(bench.curriculum()
                        .events(from, from + plans, events)
                        .map(event ->
                                new Event(Baseline.COMPLETIONS, event.id(), event.type(), event.key(), event.data())));
        // the first fifth warms it up: the intake drains for longer than this
        long warm = events / 5;
        bench.await("The textbook's consumer warms up", LONGEST, () -> processed(books) >= warm);
        long begun = System.nanoTime();
        long before = processed(books);
        bench.await(
                "The textbook's consumer takes in " + events + " events", LONGEST, () -> processed(books) >= events);
        double seconds = (System.nanoTime() - begun) / 1e9;
        requireDone(books, events, plans);
        return new Figure(
                "P1b",
                "intake of events, against one record, one JPA transaction",
                "events/s",
                ours,
                (events - before) / seconds,
                Figure.Goal.atLeast(GOAL),
                List.of("%d events by the textbook's consumer in %.1f s, after as many as %d to warm up"
                        .formatted(events - before, seconds, before)));
    }

    /** A baseline that did not do its work would be a fast one. */
    private static void requireDone(ProgressBooks books, int events, int plans) {
        long words = books.number("SELECT count(*) FROM plan_line WHERE state <> 'OPEN'");
        long facts = books.number("SELECT count(*) FROM credit_fact");
        if (facts != events || words != Math.min(events, plans * Curriculum.LINES)) {
            throw new LauncherFailure("The textbook's consumer has " + facts + " facts and " + words
                    + " lines with a word on them after " + events + " events.");
        }
    }

    private static long processed(ProgressBooks books) {
        return books.number("SELECT count(*) FROM processed_event");
    }

    /** As if it had heard of the plans and the rules before. Its rules are flat lists, which favours it. */
    private void enterPlans(Baseline baseline, int from, int plans) throws SQLException {
        Curriculum curriculum = bench.curriculum();
        try (Connection connection = baseline.database().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement plan =
                            connection.prepareStatement("INSERT INTO plan VALUES (?, ?, ?, ?, 15, 0, NULL)");
                    PreparedStatement line = connection.prepareStatement(
                            "INSERT INTO plan_line VALUES (?, ?, ?, ?, 'OPEN', NULL, NULL, NULL, 0)")) {
                for (int number = from; number < from + plans; number++) {
                    set(
                            plan,
                            Curriculum.planId(number),
                            Curriculum.apprenticeId(number),
                            Curriculum.employerId(number),
                            curriculum.frameworkId());
                    for (int i = 0; i < Curriculum.LINES; i++) {
                        set(
                                line,
                                Curriculum.lineId(number, i),
                                Curriculum.planId(number),
                                curriculum.competencyId(i),
                                Curriculum.delivery(i));
                    }
                }
                plan.executeBatch();
                line.executeBatch();
            }
            enterRules(connection, curriculum);
            connection.commit();
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE plan, plan_line, requirement");
            }
            connection.commit();
        }
    }

    /** As many certifications as the framework has, each for some more of the competencies. */
    private void enterRules(Connection connection, Curriculum curriculum) throws SQLException {
        try (PreparedStatement requirement =
                connection.prepareStatement("INSERT INTO requirement VALUES (?, ?, ?, NULL) ON CONFLICT DO NOTHING")) {
            int asked = 3;
            for (UUID certification : bench.seed().certifications().values()) {
                for (int i = 0; i < Math.min(asked, Curriculum.LINES); i++) {
                    set(requirement, certification, curriculum.competencyId(i), curriculum.frameworkId());
                }
                asked += 3;
            }
            requirement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
