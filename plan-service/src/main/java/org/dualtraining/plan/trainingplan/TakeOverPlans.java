package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.plan.apprentice.Apprentice;
import org.dualtraining.plan.planhistory.ChangeKind;
import org.dualtraining.plan.planhistory.PlanChange;
import org.dualtraining.plan.planhistory.PlanHistory;

/**
 * Takes the plans of a duplicate over to the apprentice that it turned out to be. A plan's apprentice never changes,
 * because events are ordered by it: the duplicate's plan is cancelled, and an equal one or one that is there goes on.
 */
@ApplicationScoped
public class TakeOverPlans {

    private final TrainingPlans plans;
    private final PlanLines lines;
    private final PlanHistory history;
    private final PlanSnapshots snapshots;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    TakeOverPlans(
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

    /** Both apprentices are locked; their credits are decided afterwards. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<TakenOverPlan> handle(Apprentice duplicate, Apprentice survivor, String reason) {
        List<TrainingPlan> others = new ArrayList<>(plans.of(survivor.id()));
        List<TakenOverPlan> takenOver = new ArrayList<>();
        // what is in force first: it must not give way to a draft
        List<TrainingPlan> its = plans.of(duplicate.id()).stream()
                .filter(plan -> plan.status() != PlanStatus.CANCELLED)
                .sorted(Comparator.comparing(
                        (TrainingPlan plan) -> !plan.status().isInForce()))
                .toList();
        requireSameEmployer(its, survivor);
        for (TrainingPlan plan : its) {
            replace(plan, reason);
            Optional<TrainingPlan> there =
                    others.stream().filter(other -> standsFor(other, plan)).findFirst();
            TrainingPlan other = there.orElseGet(() -> equal(plan, survivor, reason));
            if (there.isEmpty()) {
                others.add(other);
            }
            takenOver.add(new TakenOverPlan(
                    plan.id(), plan.status(), plan.occupationTitle(), other.id(), there.isEmpty(), lines(plan, other)));
        }
        return takenOver;
    }

    /** Also where a plan of the survivor would stand for it: sign-offs of one employer are no other's to see. */
    private static void requireSameEmployer(List<TrainingPlan> plans, Apprentice survivor) {
        boolean isElsewhere = plans.stream()
                .anyMatch(
                        plan -> !plan.status().isClosed() && !plan.employerId().equals(survivor.employerId()));
        if (isElsewhere) {
            throw new DuplicateTrainsElsewhere();
        }
    }

    private static boolean standsFor(TrainingPlan other, TrainingPlan plan) {
        return other.occupationId().equals(plan.occupationId())
                && !plan.status().isClosed()
                && (plan.status().isInForce()
                        ? other.status().isInForce()
                        : !other.status().isClosed());
    }

    private void replace(TrainingPlan plan, String reason) {
        TrainingPlan replaced = plan.replaced();
        Instant now = clock.instant();
        plans.updateHeads(List.of(replaced));
        outbox.append(snapshots.of(List.of(replaced), now));
        history.append(List.of(PlanChange.of(
                plan.id(),
                replaced.version(),
                ChangeKind.MERGED,
                "Ended the plan: the apprentice was entered twice, and goes on under the other entry.",
                reason)));
    }

    private TrainingPlan equal(TrainingPlan plan, Apprentice survivor, String reason) {
        TrainingPlan equal = plan.equalFor(survivor.id(), Ids.next());
        Instant now = clock.instant();
        plans.insert(List.of(equal), now);
        lines.insert(equal.lines());
        outbox.append(snapshots.of(List.of(equal), now));
        history.append(List.of(PlanChange.of(
                equal.id(),
                equal.version(),
                ChangeKind.MERGED,
                "Made an equal plan of one that the apprentice had under another entry.",
                reason)));
        return equal;
    }

    private static Map<UUID, UUID> lines(TrainingPlan plan, TrainingPlan other) {
        Map<UUID, UUID> byCompetency =
                other.lines().stream().collect(Collectors.toMap(PlanLine::competencyId, PlanLine::id));
        return plan.lines().stream()
                .filter(line -> byCompetency.containsKey(line.competencyId()))
                .collect(Collectors.toMap(PlanLine::id, line -> byCompetency.get(line.competencyId())));
    }
}
