package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/**
 * Brings the lines of apprentices' plans in step with the evidence in force, and says what changed: one event and one
 * plan version for each line that became credited, changed its credit or lost it.
 */
@ApplicationScoped
public class CreditPlanLines {

    private final TrainingPlans plans;
    private final PlanLines lines;
    private final EvidenceLedger ledger;
    private final RevokedCredits revokedCredits;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    CreditPlanLines(
            TrainingPlans plans,
            PlanLines lines,
            EvidenceLedger ledger,
            RevokedCredits revokedCredits,
            Outbox outbox,
            Clock clock) {
        this.plans = plans;
        this.lines = lines;
        this.ledger = ledger;
        this.revokedCredits = revokedCredits;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The competencies that are credited now by each of these course completions, sign-offs or prior learnings. */
    public Map<UUID, Set<UUID>> creditedBy(Collection<UUID> references) {
        return references.isEmpty() ? Map.of() : plans.creditedBy(references);
    }

    /** The ids of the lines that evidence in force completes, whether or not the plan takes credit yet. */
    public Set<UUID> finishedLines(TrainingPlan plan) {
        List<Evidence> inForce = ledger.inForce(List.of(plan.apprenticeId()));
        return plan.lines().stream()
                .filter(line -> CreditDecision.decide(line, inForce).isPresent())
                .map(PlanLine::id)
                .collect(Collectors.toSet());
    }

    /** All lines of these apprentices: whose plans have changed, or of whom it is not known which evidence has. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<UUID> apprenticeIds) {
        if (!apprenticeIds.isEmpty()) {
            List<TrainingPlan> locked = plans.lockCreditedOf(apprenticeIds);
            // read after the lock: what another transaction committed meanwhile is seen
            decide(locked, ledger.inForce(apprenticeIds));
        }
    }

    /**
     * Only the lines whose evidence has changed, and where some was added only if it may matter: what is sent again and
     * again must not cost more each time.
     *
     * @param withdrawn what lost evidence
     * @param added course completions that were recorded
     * @return the competencies that were credited hereby, by the completion, sign-off or prior learning that credits them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Set<UUID>> handleTouched(Set<TouchedCompetency> withdrawn, Collection<Evidence> added) {
        Set<UUID> apprentices = Stream.concat(
                        withdrawn.stream().map(TouchedCompetency::apprenticeId),
                        added.stream().map(Evidence::apprenticeId))
                .collect(Collectors.toSet());
        if (apprentices.isEmpty()) {
            return Map.of();
        }
        plans.lockApprentices(apprentices);
        // asked after the lock: what makes it superfluous could be on its way out
        Set<TouchedCompetency> touched = new HashSet<>(ledger.notSuperfluous(added));
        touched.addAll(withdrawn);
        return touched.isEmpty() ? Map.of() : decide(plans.creditedWith(touched), ledger.inForceOf(touched));
    }

    private Map<UUID, Set<UUID>> decide(List<TrainingPlan> locked, List<Evidence> inForce) {
        Map<UUID, List<Evidence>> byApprentice =
                inForce.stream().collect(Collectors.groupingBy(Evidence::apprenticeId));
        Instant now = clock.instant();
        List<TrainingPlan> changedPlans = new ArrayList<>();
        List<PlanLine> changedLines = new ArrayList<>();
        List<RevokedCredits.Revoked> revoked = new ArrayList<>();
        List<OutboxEvent> events = new ArrayList<>();
        for (TrainingPlan plan : locked) {
            PlanCredits change = new PlanCredits(plan, now);
            for (PlanLine line : plan.lines()) {
                Optional<LineCredit> credit =
                        CreditDecision.decide(line, byApprentice.getOrDefault(plan.apprenticeId(), List.of()));
                change.apply(line, credit.orElse(null));
            }
            if (!change.lines.isEmpty()) {
                changedPlans.add(plan.atVersion(change.version));
                changedLines.addAll(change.lines);
                revoked.addAll(change.revoked);
                events.addAll(change.events);
            }
        }
        if (changedPlans.isEmpty()) {
            return Map.of();
        }
        // the plan rows first, so that outbox ids are drawn in the order of versions
        plans.raiseVersions(changedPlans);
        lines.updateCredits(changedLines);
        revokedCredits.keep(revoked);
        outbox.append(events);
        return credited(changedLines);
    }

    private static Map<UUID, Set<UUID>> credited(List<PlanLine> changed) {
        Map<UUID, Set<UUID>> credited = new HashMap<>();
        for (PlanLine line : changed) {
            LineCredit credit = line.credit();
            if (credit != null) {
                credited.computeIfAbsent(credit.reference(), reference -> new HashSet<>())
                        .add(line.competencyId());
            }
        }
        return credited;
    }

    /** What changes in one plan. */
    private static final class PlanCredits {

        private final TrainingPlan plan;
        private final Instant now;
        private final List<PlanLine> lines = new ArrayList<>();
        private final List<RevokedCredits.Revoked> revoked = new ArrayList<>();
        private final List<OutboxEvent> events = new ArrayList<>();
        private long version;

        PlanCredits(TrainingPlan plan, Instant now) {
            this.plan = plan;
            this.now = now;
            this.version = plan.version();
        }

        void apply(PlanLine line, @Nullable LineCredit next) {
            LineCredit before = line.credit();
            if (Objects.equals(before, next)) {
                return;
            }
            UUID eventId = Ids.next();
            version++;
            if (next == null) {
                LineCredit lost = Objects.requireNonNull(before);
                lines.add(line.revoked(eventId));
                revoked.add(new RevokedCredits.Revoked(line.id(), lost, Objects.requireNonNull(line.creditEventId())));
                say(eventId, CompetencyCompletionEvent.REVOKED, line, lost);
            } else {
                lines.add(line.credited(next, eventId));
                String type =
                        before == null ? CompetencyCompletionEvent.COMPLETED : CompetencyCompletionEvent.CORRECTED;
                say(eventId, type, line, next);
            }
        }

        private void say(UUID eventId, String type, PlanLine line, LineCredit credit) {
            events.add(CompetencyCompletionEvent.of(
                    eventId, type, plan.atVersion(version), line, credit, line.creditEventId(), now));
        }
    }
}
