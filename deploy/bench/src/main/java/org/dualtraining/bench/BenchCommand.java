package org.dualtraining.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dualtraining.bench.figure.Bench;
import org.dualtraining.bench.figure.Figure;
import org.dualtraining.bench.figure.Figures;
import org.dualtraining.local.Console;
import org.dualtraining.local.FreshPlatform;
import org.dualtraining.local.Home;
import org.dualtraining.local.PublishedSeed;
import org.dualtraining.local.SeedLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        description =
                "Measure the performance figures, each against its baseline in the same run, on a platform of its own.")
final class BenchCommand implements Callable<Integer> {

    @Option(
            names = "--events",
            paramLabel = "<number>",
            description = "Events of the intake figure. Default: ${DEFAULT-VALUE}.",
            defaultValue = "200000")
    private int events = 200_000;

    @Option(
            names = "--credits",
            paramLabel = "<number>",
            description = "Credits of the figures that compare many with few. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1000000")
    private int credits = 1_000_000;

    @Option(
            names = "--figures",
            paramLabel = "<names>",
            split = ",",
            description = "Which ones: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Figures.Name> figures = List.of();

    @Option(
            names = "--quick",
            description = "A small run of everything: shows that it works, and no figures to believe.")
    private boolean quick;

    @Override
    public Integer call() throws SQLException {
        Home home = Home.ofScript();
        return run(home.repository(), home.own().resolve("bench"), Console.ofScript());
    }

    int run(Path repository, Path own, Console console) throws SQLException {
        Set<Figures.Name> wanted = figures.isEmpty() ? EnumSet.allOf(Figures.Name.class) : EnumSet.copyOf(figures);
        Report report = new Report(own, Instant.now());
        List<Figure> measured = new ArrayList<>();
        console.line("Starting a platform of its own ...");
        try (FreshPlatform platform = FreshPlatform.start(repository, own.resolve("platform"))) {
            PublishedSeed seed = new SeedLoader(repository, platform.clients(), line -> {}).load();
            platform.awaitTakenIn();
            try (Bench bench = new Bench(platform, seed, console)) {
                new Figures(bench, quick ? Figures.Sizes.quick() : Figures.Sizes.ordinary(events, credits))
                        .measure(wanted, figure -> {
                            measured.add(figure);
                            console.line(Report.line(figure));
                        });
            }
        }
        report.write(measured);
        report.lines(measured).forEach(console::line);
        return 0;
    }
}
