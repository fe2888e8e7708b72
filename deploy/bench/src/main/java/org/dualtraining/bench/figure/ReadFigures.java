package org.dualtraining.bench.figure;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.dualtraining.bench.load.Curriculum;
import org.dualtraining.local.Ports;
import org.dualtraining.local.Service;

/** P4: reads against an endpoint of the same stack that returns a constant record. */
final class ReadFigures {

    private static final int CALLERS = 8;
    private static final int ROUNDS = 5;

    private final Bench bench;

    ReadFigures(Bench bench) {
        this.bench = bench;
    }

    private record Read(String name, String what, double goal, HttpRequest request) {}

    List<Figure> measure(int requests) {
        Baseline baseline = bench.baseline();
        HttpRequest constant = HttpLoad.request(baseline.url("/api/v1/constant"), baseline.token())
                .build();
        List<Figure> figures = new ArrayList<>();
        try (HttpLoad load = new HttpLoad(CALLERS)) {
            for (Read read : reads()) {
                bench.say("Reading " + read.what() + " ...");
                figures.add(measure(load, read, constant, requests));
            }
        }
        return figures;
    }

    private Figure measure(HttpLoad load, Read read, HttpRequest constant, int requests) {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        load.perSecond(0, 2 * requests, number -> read.request());
        load.perSecond(0, 2 * requests, number -> constant);
        for (int round = 0; round < ROUNDS; round++) {
            ours[round] = load.perSecond(0, requests, number -> read.request());
            theirs[round] = load.perSecond(0, requests, number -> constant);
        }
        return new Figure(
                read.name(),
                "GET of " + read.what() + ", against a constant record",
                "requests/s",
                HttpLoad.median(ours),
                HttpLoad.median(theirs),
                Figure.Goal.atLeast(read.goal()),
                List.of("%d callers, %d rounds of %d by turns, median".formatted(CALLERS, ROUNDS, requests)));
    }

    private List<Read> reads() {
        Ports ports = bench.platform().platform().ports();
        String agency = bench.platform().platform().identity().tokens().agency();
        int plan = bench.takePlans(1);
        new Drain(bench).plans(plan, plan + 1);
        String framework = ports.address(Service.CATALOG) + "/api/v1/frameworks/"
                + bench.seed().frameworkId() + "/versions/" + bench.seed().version();
        String progress =
                ports.address(Service.PROGRESS) + "/api/v1/training-plans/" + Curriculum.planId(plan) + "/progress";
        String summary = ports.address(Service.PROGRESS) + "/api/v1/dashboard/summary";
        return List.of(
                new Read(
                        "P4a",
                        "a published framework",
                        0.8,
                        HttpLoad.request(framework, agency).build()),
                new Read(
                        "P4b",
                        "a plan's progress",
                        0.5,
                        HttpLoad.request(progress, agency).build()),
                new Read(
                        "P4c",
                        "the dashboard's summary",
                        0.5,
                        HttpLoad.request(summary, agency).build()));
    }
}
