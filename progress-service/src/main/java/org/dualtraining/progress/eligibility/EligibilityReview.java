package org.dualtraining.progress.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.outbox.OutboxEvent;

/**
 * Derives eligibility anew for the plans that something happened to: every rule that concerns a plan, over all credits it
 * holds. A decision is stored and published when it differs from the last one; "not eligible" before anything else
 * was decided is not news.
 */
@ApplicationScoped
public class EligibilityReview {

    private final Certifications certifications;
    private final PlanEvidence evidence;
    private final Decisions decisions;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    EligibilityReview(
            Certifications certifications, PlanEvidence evidence, Decisions decisions, Outbox outbox, Clock clock) {
        this.certifications = certifications;
        this.evidence = evidence;
        this.decisions = decisions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The caller holds the locks of the plans' apprentices. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<EligibilityChange> review(Collection<ReviewedPlan> plans) {
        List<Certification> concerning = plans.isEmpty() ? List.of() : certifications.concerning(plans);
        if (concerning.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Set<UUID> planIds = plans.stream().map(ReviewedPlan::planId).collect(Collectors.toSet());
        Map<UUID, Map<UUID, HeldCredit>> credits = evidence.creditsOf(planIds);
        Map<Decision.Key, Decision> before = decisions.of(planIds);
        List<Decision> changed = new ArrayList<>();
        List<Flip> flips = new ArrayList<>();
        for (ReviewedPlan plan : plans) {
            Map<UUID, HeldCredit> held = credits.getOrDefault(plan.planId(), Map.of());
            for (Certification certification : concerning) {
                if (!certification.concerns(plan)) {
                    continue;
                }
                Finding finding = certification.rule().evaluate(held, UUID::toString, today);
                Decision decision = Decision.of(plan, certification, finding);
                Decision last = before.get(decision.key());
                boolean was = last != null && last.eligible();
                if ((decision.eligible() || was) && !decision.equals(last)) {
                    changed.add(decision);
                }
                if (decision.eligible() != was) {
                    flips.add(new Flip(plan, certification, decision, held));
                }
            }
        }
        decisions.store(changed, now);
        publish(flips, today, now);
        return flips.stream().map(Flip::change).toList();
    }

    private void publish(List<Flip> flips, LocalDate today, Instant now) {
        Map<UUID, Function<UUID, String>> names = evidence.namesOf(
                flips.stream().map(flip -> flip.plan().planId()).collect(Collectors.toSet()));
        outbox.append(flips.stream()
                .map(flip -> flip.event(names.getOrDefault(flip.plan().planId(), UUID::toString), today, now))
                .toList());
    }

    private record Flip(ReviewedPlan plan, Certification certification, Decision decision, Map<UUID, HeldCredit> held) {

        EligibilityChange change() {
            return new EligibilityChange(plan, certification.certificationId(), decision.eligible());
        }

        OutboxEvent event(Function<UUID, String> names, LocalDate today, Instant now) {
            EligibilityChanged data = new EligibilityChanged(
                    plan.planId(),
                    plan.apprenticeId(),
                    plan.employerId(),
                    certification.certificationId(),
                    certification.name(),
                    decision.eligible(),
                    decision.since(),
                    certification.ruleVersion(),
                    certification.rule().evaluate(held, names, today).explanation(),
                    now);
            return new OutboxEvent(
                    Ids.next(),
                    EligibilityChanged.TOPIC,
                    plan.apprenticeId().toString(),
                    EligibilityChanged.TYPE,
                    plan.planId(),
                    1,
                    plan.revision(),
                    now,
                    data);
        }
    }
}
