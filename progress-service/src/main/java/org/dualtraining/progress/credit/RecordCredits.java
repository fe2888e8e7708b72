package org.dualtraining.progress.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dualtraining.progress.credit.CreditFact.PlanVersion;
import org.dualtraining.progress.event.Verdict;
import org.dualtraining.progress.plan.PlanLines;
import org.dualtraining.progress.plan.PlanMove;
import org.dualtraining.progress.plan.PlanStates;

/**
 * Takes facts about credits, in any order and with any repeats: all that are about something known go into the history,
 * and of those about one competency the one with the highest version in the plan's epoch is the state. What is about a
 * plan or an epoch that has not been heard of is left to be parked; a competency that the plan does not have (yet) keeps
 * its credit beside the plan's lines.
 */
@ApplicationScoped
public class RecordCredits {

    private final CreditHistory history;
    private final PlanStates plans;
    private final PlanLines lines;
    private final Clock clock;

    @Inject
    RecordCredits(CreditHistory history, PlanStates plans, PlanLines lines, Clock clock) {
        this.history = history;
        this.plans = plans;
        this.lines = lines;
        this.clock = clock;
    }

    /** The caller holds the locks of the apprentices. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Recorded handle(List<CreditFact> facts) {
        if (facts.isEmpty()) {
            return new Recorded(List.of(), List.of());
        }
        LatestCredits latest = new LatestCredits(
                plans.of(facts.stream().map(CreditFact::planId).collect(Collectors.toSet())),
                lines.at(facts.stream().map(CreditFact::about).collect(Collectors.toSet())));
        Map<PlanVersion, CreditFact> candidates = new LinkedHashMap<>();
        for (CreditFact fact : facts) {
            if (latest.objectionTo(fact).isEmpty()) {
                candidates.putIfAbsent(fact.at(), fact);
            }
        }
        Map<PlanVersion, CreditFact> kept = keep(candidates);
        List<Verdict> verdicts = new ArrayList<>(facts.size());
        for (CreditFact fact : facts) {
            verdicts.add(latest.objectionTo(fact).orElseGet(() -> {
                CreditFact first = kept.getOrDefault(fact.at(), candidates.get(fact.at()));
                if (first == null || first.eventId().equals(fact.eventId())) {
                    return latest.take(fact) ? Verdict.APPLIED : Verdict.STALE;
                }
                return first.saysTheSameAs(fact) ? Verdict.DUPLICATE : Verdict.CONFLICTING_VERSION;
            }));
        }
        lines.storeCredits(latest.changedLines(), latest.plans());
        return new Recorded(verdicts, latest.moves());
    }

    /** Appends what is new, and answers with what was kept before under the versions that are not. */
    private Map<PlanVersion, CreditFact> keep(Map<PlanVersion, CreditFact> candidates) {
        Set<PlanVersion> repeated = new HashSet<>(candidates.keySet());
        repeated.removeAll(history.append(candidates.values(), clock.instant()));
        return repeated.isEmpty() ? Map.of() : history.at(repeated);
    }

    /**
     * What became of the facts.
     *
     * @param verdicts one per fact, in the order of the facts
     * @param moves the plans in which something changed
     */
    public record Recorded(List<Verdict> verdicts, List<PlanMove> moves) {}
}
