package org.dualtraining.progress.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.dualtraining.progress.intake.IntakePassage;
import org.jspecify.annotations.Nullable;

/**
 * The second look, which raises no false alarm (guarantees R24): a plan counts as different only if plan-service said all of
 * it on the topics, this service then took in all that was there, and plan-service says the same as before.
 */
@ApplicationScoped
class ConfirmDifferences {

    private static final int ROUNDS = 10;
    private static final Duration PASSAGE_LIMIT = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final PlansThere there;
    private final PlansHere here;
    private final IntakePassage passage;

    @Inject
    ConfirmDifferences(PlansThere there, PlansHere here, IntakePassage passage) {
        this.there = there;
        this.here = here;
        this.passage = passage;
    }

    /** @param alive is told after each step that may take minutes */
    Confirmed handle(String token, List<UUID> suspects, Runnable alive) {
        List<Difference> differences = new ArrayList<>();
        List<UUID> undecided = suspects;
        for (int round = 0; round < ROUNDS && !undecided.isEmpty(); round++) {
            if (round > 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            undecided = lookAgain(token, undecided, differences, alive);
        }
        return new Confirmed(differences, undecided.size());
    }

    /** @return the plans that have changed meanwhile */
    private List<UUID> lookAgain(String token, List<UUID> suspects, List<Difference> differences, Runnable alive) {
        Map<UUID, PlanDigest> before = there.of(token, suspects);
        alive.run();
        if (!passage.await(PASSAGE_LIMIT)) {
            throw new ReconciliationStops("the intake does not come to what is on the topics, or they cannot be asked");
        }
        alive.run();
        Map<UUID, PlanDigest> known = here.of(suspects);
        Map<UUID, PlanDigest> after = there.of(token, suspects);
        alive.run();
        List<UUID> undecided = new ArrayList<>();
        for (UUID planId : suspects) {
            if (stood(before.get(planId), after.get(planId))) {
                differences.addAll(Difference.of(planId, before.get(planId), known.get(planId)));
            } else {
                undecided.add(planId);
            }
        }
        return undecided;
    }

    private static boolean stood(@Nullable PlanDigest before, @Nullable PlanDigest after) {
        if (before == null || after == null) {
            return before == after;
        }
        return before.announced() && after.isSameVersionAs(before);
    }

    /** @param undecided plans that changed all the time */
    record Confirmed(List<Difference> differences, int undecided) {}
}
