package org.dualtraining.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualtraining.bench.load.Curriculum;
import org.dualtraining.local.Service;

/** P1: events per second from Kafka to all that follows from them, against the same rows by bare JDBC. */
final class IntakeFigure {

    /** A goal for a machine of any speed: the baseline pays for the same disk. */
    private static final double GOAL = 0.5;

    private static final Pattern BATCH = Pattern.compile("batch topic=competency-completed records=(\\d+)");
    private static final long LARGEST_BATCH = 1_000;

    private final Bench bench;

    IntakeFigure(Bench bench) {
        this.bench = bench;
    }

    Figure measure(int events) throws SQLException {
        int plans = Curriculum.plansFor(events);
        int from = bench.takePlans(plans);
        Drain drain = new Drain(bench);
        drain.plans(from, from + plans);
        drain.fill(from, from + plans, events);
        BareLoader bare = new BareLoader(bench.database(Service.PROGRESS));
        bench.say("Copying the tables for the baseline ...");
        bare.copy();
        Drain.Result drained = drain.drain(events);
        bench.platform().platform().service(Service.PROGRESS).close();
        long batchSize = batchSize();
        bench.say("Writing the same rows with bare JDBC in batches of " + batchSize + " ...");
        BareLoader.Result loaded = bare.load((int) Math.max(1, events / batchSize));
        bench.platform().platform().startService(Service.PROGRESS);
        bench.platform().platform().awaitReady(Service.PROGRESS);
        List<String> notes = new ArrayList<>();
        notes.add("%d events of %d plans in %.1f s; batches of %d; bare JDBC: %.1f s"
                .formatted(events, plans, drained.seconds(), batchSize, loaded.seconds()));
        notes.add(drained.heap().toString());
        loaded.rows().forEach((table, rows) -> notes.add("rows of " + table + ": " + rows));
        return new Figure(
                "P1",
                "intake of events, against the same rows by bare JDBC",
                "events/s",
                drained.perSecond(),
                events / loaded.seconds(),
                Figure.Goal.atLeast(GOAL),
                notes);
    }

    /** How many records the intake took at once, as its log says. */
    private long batchSize() {
        Path log = bench.platform().home().log(Service.PROGRESS.label());
        try (Stream<String> lines = Files.lines(log)) {
            LongSummaryStatistics sizes = lines.map(BATCH::matcher)
                    .filter(Matcher::find)
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .summaryStatistics();
            return sizes.getCount() == 0 ? LARGEST_BATCH : Math.max(1, Math.round(sizes.getAverage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
