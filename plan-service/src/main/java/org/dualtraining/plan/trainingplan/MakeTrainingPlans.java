package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.plan.planhistory.ChangeKind;
import org.dualtraining.plan.planhistory.PlanChange;
import org.dualtraining.plan.planhistory.PlanHistory;

/** Stores any number of new plans with a fixed number of statements, in the caller's transaction. */
@ApplicationScoped
public class MakeTrainingPlans {

    private final TrainingPlans plans;
    private final PlanLines lines;
    private final CreditPlanLines credit;
    private final PlanSnapshots snapshots;
    private final Outbox outbox;
    private final PlanHistory history;
    private final Clock clock;

    @Inject
    MakeTrainingPlans(
            TrainingPlans plans,
            PlanLines lines,
            CreditPlanLines credit,
            PlanSnapshots snapshots,
            Outbox outbox,
            PlanHistory history,
            Clock clock) {
        this.plans = plans;
        this.lines = lines;
        this.credit = credit;
        this.snapshots = snapshots;
        this.outbox = outbox;
        this.history = history;
        this.clock = clock;
    }

    /** Which of these apprentices has a plan for the occupation that is not closed: the plan's id, one of several. */
    public Map<UUID, UUID> openPlans(Collection<UUID> apprenticeIds, UUID occupationId) {
        return plans.openOf(apprenticeIds, occupationId);
    }

    /**
     * Plans that are ACTIVE from the start take credit at once; the caller has made sure that their apprentices have no
     * other one in force, and holds their locks.
     *
     * @param origin where the plans come from, for their history: " from ..."
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<TrainingPlan> made, String origin) {
        Instant now = clock.instant();
        plans.insert(made, now);
        lines.insert(made.stream().flatMap(plan -> plan.lines().stream()).toList());
        List<UUID> ids = made.stream().map(TrainingPlan::id).toList();
        outbox.append(snapshots.of(plans.all(ids), now));
        List<PlanChange> changes = new ArrayList<>();
        for (TrainingPlan plan : made) {
            String what = "Made the plan with " + plan.lines().size() + " lines" + origin + ".";
            changes.add(PlanChange.of(plan.id(), plan.version(), ChangeKind.MADE, what, null));
            if (plan.status() == PlanStatus.ACTIVE) {
                changes.add(decision(plan, ChangeKind.ACTIVATED));
            } else if (plan.status() == PlanStatus.PROPOSED) {
                changes.add(decision(plan, ChangeKind.PROPOSED));
            }
        }
        history.append(changes);
        credit.handle(made.stream()
                .filter(plan -> plan.status().takesCredit())
                .map(TrainingPlan::apprenticeId)
                .toList());
    }

    private static PlanChange decision(TrainingPlan plan, ChangeKind kind) {
        return PlanChange.of(
                plan.id(), plan.version(), kind, "Took the plan from DRAFT to " + plan.status() + " at once.", null);
    }
}
