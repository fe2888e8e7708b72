package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.plan.planhistory.PlanHistory;

/** Takes what people wrote about a person out of their plans; lines, dates and credits stay. */
@ApplicationScoped
public class ErasePlanTexts {

    private final TrainingPlans plans;
    private final PlanLines lines;
    private final PlanHistory history;
    private final PlanSnapshots snapshots;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ErasePlanTexts(
            TrainingPlans plans,
            PlanLines lines,
            PlanHistory history,
            PlanSnapshots snapshots,
            Outbox outbox,
            Clock clock) {
        this.plans = plans;
        this.lines = lines;
        this.history = history;
        this.snapshots = snapshots;
        this.outbox = outbox;
        this.clock = clock;
    }

    public boolean isAnyOpen(Collection<UUID> apprenticeIds) {
        return of(apprenticeIds).stream().anyMatch(plan -> !plan.status().isClosed());
    }

    /** The apprentices are locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<UUID> apprenticeIds) {
        List<TrainingPlan> all = of(apprenticeIds);
        List<TrainingPlan> changed = all.stream()
                .filter(plan ->
                        plan.lines().stream().anyMatch(line -> line.terms().reason() != null))
                .map(plan -> plan.atVersion(plan.version() + 1))
                .toList();
        // the plans' rows first, so that outbox ids are drawn in the order of versions
        plans.updateHeads(changed);
        lines.eraseTexts(changed.stream().map(TrainingPlan::id).toList());
        outbox.append(snapshots.of(changed, clock.instant()));
        history.erase(all.stream().map(TrainingPlan::id).toList());
    }

    private List<TrainingPlan> of(Collection<UUID> apprenticeIds) {
        return apprenticeIds.stream().flatMap(id -> plans.of(id).stream()).toList();
    }
}
