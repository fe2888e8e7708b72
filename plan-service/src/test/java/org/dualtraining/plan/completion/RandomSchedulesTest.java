package org.dualtraining.plan.completion;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.dualtraining.plan.PlanServiceTest;
import org.dualtraining.testkit.Tokens;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * Random schedules of records, duplicates, corrections, revocations, reinstatements, late rows, files sent again, learner
 * ids and mappings that come later: the service ends where a simple model ends (guarantees R8, R10, R14). {@code
 * -Dschedules=...} runs more or fewer, {@code -Dseed=...} the same ones again.
 */
@PlanServiceTest
class RandomSchedulesTest {

    private static final int SCHEDULES = 10_000;
    private static final int SIDE_BY_SIDE = 1_000;

    @Inject
    Jdbi jdbi;

    @Inject
    RevokeCourseCompletion revoke;

    @Inject
    ReplayParkedCompletions replay;

    @Test
    void any_schedule_ends_in_the_state_of_a_simple_model() {
        int schedules = Integer.getInteger("schedules", SCHEDULES);
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RandomSchedulesTest: " + schedules + " schedules, seed " + seed);
        ScheduleRunner runner = new ScheduleRunner(
                URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/course-completions/batch"),
                Tokens.ofThisTestRun().agency(),
                new ScheduleDatabase(jdbi),
                revoke,
                replay);
        long began = System.nanoTime();
        // one line per step would be the longest log of the build
        Logger log = Logger.getLogger(RandomSchedulesTest.class.getPackageName());
        log.setLevel(Level.WARNING);
        try (WithheldEvents withheld = new WithheldEvents(jdbi)) {
            for (int first = 0; first < schedules; first += SIDE_BY_SIDE) {
                List<Schedule> block = LongStream.range(first, Math.min(schedules, first + SIDE_BY_SIDE))
                        .mapToObj(i -> RandomSchedule.of(seed + i))
                        .toList();
                firstWrong(runner, block).ifPresent(run -> fail(runner, run));
            }
        }
        log.setLevel(null);
        System.out.printf(
                "RandomSchedulesTest: %d schedules in %d s: %s%n",
                schedules, (System.nanoTime() - began) / 1_000_000_000, runner.counts());
    }

    private static Optional<ScheduledRun> firstWrong(ScheduleRunner runner, List<Schedule> schedules) {
        return runner.run(schedules, new Random(schedules.get(0).seed())).stream()
                .filter(run -> !run.wrong.isEmpty())
                .findFirst();
    }

    /** Leaves out one step or row after the other as long as something stays wrong. */
    private static void fail(ScheduleRunner runner, ScheduledRun wrong) {
        ScheduledRun smallest = wrong;
        List<Schedule> smaller = new ArrayList<>(smallest.schedule.smaller());
        while (!smaller.isEmpty()) {
            Optional<ScheduledRun> stillWrong = firstWrong(runner, smaller);
            smallest = stillWrong.orElse(smallest);
            smaller = stillWrong.map(run -> run.schedule.smaller()).orElse(List.of());
        }
        throw new AssertionError(smallest.schedule.print() + "\n  " + String.join("\n  ", smallest.wrong)
                + "\nsmallest of\n" + wrong.schedule.print());
    }
}
