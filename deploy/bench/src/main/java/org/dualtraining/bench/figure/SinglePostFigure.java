package org.dualtraining.bench.figure;

import java.net.http.HttpRequest;
import java.util.List;

/** P3: single posts of completions, against an endpoint of the same stack that inserts one row. */
final class SinglePostFigure {

    private static final double GOAL = 0.6;
    private static final int CALLERS = 8;
    private static final int ROUNDS = 5;

    private final Bench bench;

    SinglePostFigure(Bench bench) {
        this.bench = bench;
    }

    /** The first half of the posts warms both up; then both take turns. */
    Figure measure(int apprentices) {
        Classroom classroom = new Classroom(bench, apprentices);
        Baseline baseline = bench.baseline();
        String token = baseline.token();
        int warm = classroom.posts() / 2;
        int each = (classroom.posts() - warm) / ROUNDS;
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        bench.say("Posting " + classroom.posts() + " completions, and as many rows to the baseline ...");
        try (HttpLoad load = new HttpLoad(CALLERS)) {
            load.perSecond(0, warm, classroom::post);
            load.perSecond(0, warm, number -> row(baseline, token, classroom, number));
            for (int round = 0; round < ROUNDS; round++) {
                int from = warm + round * each;
                ours[round] = load.perSecond(from, from + each, classroom::post);
                theirs[round] = load.perSecond(from, from + each, number -> row(baseline, token, classroom, number));
            }
        }
        return new Figure(
                "P3",
                "single POST of a completion, against inserting one row",
                "requests/s",
                HttpLoad.median(ours),
                HttpLoad.median(theirs),
                Figure.Goal.atLeast(GOAL),
                List.of("%d callers, %d rounds of %d by turns, median".formatted(CALLERS, ROUNDS, each)));
    }

    private static HttpRequest row(Baseline baseline, String token, Classroom classroom, int number) {
        return HttpLoad.request(baseline.url("/api/v1/rows"), token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        classroom.completion(number).toString()))
                .build();
    }
}
