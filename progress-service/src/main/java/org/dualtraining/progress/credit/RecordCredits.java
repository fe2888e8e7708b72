package org.dualtraining.progress.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.progress.credit.CreditFact.CompetencyOfPlan;
import org.dualtraining.progress.credit.CreditFact.PlanVersion;
import org.dualtraining.progress.credit.Credits.Known;
import org.dualtraining.progress.event.Verdict;

/**
 * Takes facts about credits, in any order and with any repeats: all go into the history, and of those about one
 * competency the one with the highest (epoch, version) is the state.
 */
@ApplicationScoped
public class RecordCredits {

    private final CreditHistory history;
    private final Credits credits;
    private final Clock clock;

    @Inject
    RecordCredits(CreditHistory history, Credits credits, Clock clock) {
        this.history = history;
        this.credits = credits;
        this.clock = clock;
    }

    /** The caller holds the locks of the apprentices. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Recorded handle(List<CreditFact> facts) {
        if (facts.isEmpty()) {
            return new Recorded(List.of(), Set.of());
        }
        Latest latest =
                new Latest(credits.known(facts.stream().map(CreditFact::about).collect(Collectors.toSet())));
        Map<PlanVersion, CreditFact> candidates = new LinkedHashMap<>();
        for (CreditFact fact : facts) {
            if (latest.admits(fact)) {
                candidates.putIfAbsent(fact.at(), fact);
            }
        }
        Map<PlanVersion, CreditFact> kept = keep(candidates);
        List<Verdict> verdicts = new ArrayList<>(facts.size());
        for (CreditFact fact : facts) {
            CreditFact first = kept.getOrDefault(fact.at(), candidates.get(fact.at()));
            if (first == null || !latest.admits(fact)) {
                verdicts.add(Verdict.FORGED);
            } else if (first.eventId().equals(fact.eventId())) {
                verdicts.add(latest.take(fact) ? Verdict.APPLIED : Verdict.STALE);
            } else {
                verdicts.add(first.saysTheSameAs(fact) ? Verdict.DUPLICATE : Verdict.CONFLICTING_VERSION);
            }
        }
        credits.store(latest.changed());
        return new Recorded(verdicts, latest.touchedPlans());
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
     * @param touchedPlans those in which something changed
     */
    public record Recorded(List<Verdict> verdicts, Set<UUID> touchedPlans) {}

    /** The latest word on each competency while the facts are gone through in the order of their arrival. */
    private static final class Latest {

        private final Map<CompetencyOfPlan, Known> known;
        private final Map<CompetencyOfPlan, CreditFact> changed = new HashMap<>();

        Latest(Map<CompetencyOfPlan, Known> known) {
            this.known = known;
        }

        boolean admits(CreditFact fact) {
            return of(fact).admits(fact);
        }

        boolean take(CreditFact fact) {
            Known before = of(fact);
            if (!before.isOlderThan(fact)) {
                return false;
            }
            known.put(fact.about(), before.updatedBy(fact));
            changed.put(fact.about(), fact);
            return true;
        }

        Collection<CreditFact> changed() {
            return changed.values();
        }

        Set<UUID> touchedPlans() {
            return changed.values().stream().map(CreditFact::planId).collect(Collectors.toSet());
        }

        private Known of(CreditFact fact) {
            return Objects.requireNonNull(known.get(fact.about()));
        }
    }
}
