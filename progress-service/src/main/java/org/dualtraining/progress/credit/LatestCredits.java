package org.dualtraining.progress.credit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.progress.event.Verdict;
import org.dualtraining.progress.plan.PlanCompetency;
import org.dualtraining.progress.plan.PlanLine;
import org.dualtraining.progress.plan.PlanMove;
import org.dualtraining.progress.plan.PlanMove.LineMove;
import org.dualtraining.progress.plan.PlanState;
import org.dualtraining.progress.plan.ProgressView.LineState;
import org.jspecify.annotations.Nullable;

/** The latest word on each competency while facts are gone through in the order of their arrival. */
final class LatestCredits {

    private final Map<UUID, PlanState> plans;
    private final Map<PlanCompetency, PlanLine> known;
    private final Map<PlanCompetency, PlanLine> changed = new LinkedHashMap<>();

    LatestCredits(Map<UUID, PlanState> plans, Map<PlanCompetency, PlanLine> known) {
        this.plans = plans;
        this.known = known;
    }

    Map<UUID, PlanState> plans() {
        return plans;
    }

    /** Why a fact cannot be taken: it must wait for what it speaks of, or it contradicts it. */
    Optional<Verdict> objectionTo(CreditFact fact) {
        PlanState plan = plans.get(fact.planId());
        if (plan == null) {
            return Optional.of(Verdict.PARKED);
        }
        if (!plan.apprenticeId().equals(fact.apprenticeId())) {
            return Optional.of(Verdict.FORGED);
        }
        // an epoch that has not been heard of begins with a snapshot that is on its way
        return fact.epoch() > plan.epoch() ? Optional.of(Verdict.PARKED) : Optional.empty();
    }

    /** @return whether it is news: what is known may be newer, or of a newer epoch */
    boolean take(CreditFact fact) {
        PlanState plan = Objects.requireNonNull(plans.get(fact.planId()));
        PlanLine line = current(fact);
        if (fact.epoch() < plan.epoch() || !line.isOlderThan(fact.epoch(), fact.version())) {
            return false;
        }
        changed.put(
                fact.about(),
                line.with(
                        fact.kind() == CreditFact.Kind.REVOKED ? LineState.REVOKED : LineState.CREDITED,
                        fact.completedOn(),
                        fact.rating(),
                        fact.eventId(),
                        fact.epoch(),
                        fact.version(),
                        fact.recordedAt()));
        return true;
    }

    private PlanLine current(CreditFact fact) {
        PlanLine line = changed.get(fact.about());
        return line == null ? before(fact.about()) : line;
    }

    private PlanLine before(PlanCompetency about) {
        @Nullable PlanLine line = known.get(about);
        return line == null ? PlanLine.offPlan(about.planId(), about.competencyId()) : line;
    }

    Collection<PlanLine> changedLines() {
        return changed.values();
    }

    List<PlanMove> moves() {
        Map<UUID, List<LineMove>> byPlan = new LinkedHashMap<>();
        Map<UUID, PlanState> after = new HashMap<>();
        changed.forEach((about, line) -> {
            PlanLine before = known.getOrDefault(about, PlanLine.offPlan(about.planId(), about.competencyId()));
            byPlan.computeIfAbsent(about.planId(), plan -> new ArrayList<>()).add(new LineMove(before, line));
            PlanState plan = after.getOrDefault(about.planId(), plans.get(about.planId()));
            after.put(about.planId(), Objects.requireNonNull(plan).changed(before, line));
        });
        return byPlan.entrySet().stream()
                .map(move -> new PlanMove(
                        plans.get(move.getKey()), Objects.requireNonNull(after.get(move.getKey())), move.getValue()))
                .toList();
    }
}
