package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.outbox.Outbox;

/**
 * Plans that read differently from now on although no term of theirs changed, for what is attested beside them did: each
 * gets its next version, and other services its snapshot.
 */
@ApplicationScoped
public class RestateTrainingPlans {

    private final TrainingPlans plans;
    private final PlanSnapshots snapshots;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    RestateTrainingPlans(TrainingPlans plans, PlanSnapshots snapshots, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.snapshots = snapshots;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The plan's apprentice is locked, and the plan was read after that. */
    @Transactional(Transactional.TxType.MANDATORY)
    public TrainingPlan handle(TrainingPlan plan) {
        restate(List.of(plan));
        return plans.get(plan.id());
    }

    /** All plans of these apprentices, which are locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void allOf(Collection<UUID> apprenticeIds) {
        restate(apprenticeIds.stream().flatMap(id -> plans.of(id).stream()).toList());
    }

    private void restate(List<TrainingPlan> before) {
        List<TrainingPlan> next =
                before.stream().map(plan -> plan.atVersion(plan.version() + 1)).toList();
        // the plans' rows first, so that outbox ids are drawn in the order of versions
        plans.raiseVersions(next);
        outbox.append(snapshots.of(next, clock.instant()));
    }
}
