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
import java.util.stream.Collectors;
import org.dualtraining.kit.epoch.ServiceEpoch;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.outbox.OutboxEvent;

/**
 * Derives eligibility anew for the plans that something happened to: every rule that concerns a plan or did, over all that
 * it holds. A decision is stored and published when it differs from the last one; "not eligible" before anything else
 * was decided is not news, and is not even looked for while a plan holds fewer credits than a rule needs.
 */
@ApplicationScoped
public class EligibilityReview {

    private final Certifications certifications;
    private final PlanEvidence evidence;
    private final Decisions decisions;
    private final Outbox outbox;
    private final ServiceEpoch epoch;
    private final Clock clock;

    @Inject
    EligibilityReview(
            Certifications certifications,
            PlanEvidence evidence,
            Decisions decisions,
            Outbox outbox,
            ServiceEpoch epoch,
            Clock clock) {
        this.certifications = certifications;
        this.evidence = evidence;
        this.decisions = decisions;
        this.outbox = outbox;
        this.epoch = epoch;
        this.clock = clock;
    }

    /** The caller holds the locks of the plans' apprentices. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<EligibilityChange> review(Collection<ReviewedPlan> plans) {
        if (plans.isEmpty()) {
            return List.of();
        }
        Map<Decision.Key, Decision> before = decisions.of(ids(plans));
        List<Certification> asked = certifications.concerning(plans, before.keySet());
        List<Question> questions = questions(plans, asked, before);
        if (questions.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        Map<UUID, Held> held = evidence.heldBy(
                questions.stream().map(question -> question.plan().planId()).collect(Collectors.toSet()), asked);
        List<Decision> changed = new ArrayList<>();
        List<Flip> flips = new ArrayList<>();
        for (Question question : questions) {
            Held holds = held.getOrDefault(question.plan().planId(), Held.NOTHING);
            Decision decision = question.certification().decide(question.plan(), holds, today);
            Decision last = before.get(decision.key());
            boolean was = last != null && last.eligible();
            if (!decision.equals(last) && (decision.isWorthKeeping() || (last != null && last.isWorthKeeping()))) {
                changed.add(decision);
            }
            if (decision.eligible() != was) {
                flips.add(new Flip(question, decision, holds));
            }
        }
        Instant now = clock.instant();
        decisions.store(changed, now);
        publish(flips, today, now);
        return flips.stream().map(Flip::change).toList();
    }

    /** What was decided once is asked again also when the certification concerns the plan no longer: it ends then. */
    private static List<Question> questions(
            Collection<ReviewedPlan> plans, List<Certification> asked, Map<Decision.Key, Decision> before) {
        List<Question> questions = new ArrayList<>();
        for (ReviewedPlan plan : plans) {
            for (Certification certification : asked) {
                Decision.Key key = new Decision.Key(plan.planId(), certification.certificationId());
                if (before.containsKey(key) || (certification.concerns(plan) && certification.isWithinReach(plan))) {
                    questions.add(new Question(plan, certification));
                }
            }
        }
        return questions;
    }

    private void publish(List<Flip> flips, LocalDate today, Instant now) {
        if (flips.isEmpty()) {
            return;
        }
        Map<UUID, Names> names = evidence.namesOf(
                flips.stream().map(flip -> flip.question().plan().planId()).collect(Collectors.toSet()),
                flips.stream().map(flip -> flip.question().certification()).collect(Collectors.toSet()));
        int current = epoch.current();
        outbox.append(flips.stream()
                .map(flip -> flip.event(
                        names.getOrDefault(flip.question().plan().planId(), Names.NONE), current, today, now))
                .toList());
    }

    private static Set<UUID> ids(Collection<ReviewedPlan> plans) {
        return plans.stream().map(ReviewedPlan::planId).collect(Collectors.toSet());
    }

    /** Whether a plan makes eligible for a certification. */
    private record Question(ReviewedPlan plan, Certification certification) {}

    private record Flip(Question question, Decision decision, Held held) {

        EligibilityChange change() {
            return new EligibilityChange(question.plan(), decision.certificationId(), decision.eligible());
        }

        OutboxEvent event(Names names, int epoch, LocalDate today, Instant now) {
            ReviewedPlan plan = question.plan();
            Certification certification = question.certification();
            EligibilityChanged data = new EligibilityChanged(
                    plan.planId(),
                    plan.apprenticeId(),
                    plan.employerId(),
                    certification.certificationId(),
                    certification.name(),
                    decision.eligible(),
                    decision.since(),
                    decision.expiresOn(),
                    certification.ruleVersion(),
                    certification.explain(plan, held, names, today).explanation(),
                    epoch,
                    plan.revision(),
                    now);
            return new OutboxEvent(
                    Ids.next(),
                    EligibilityChanged.TOPIC,
                    plan.apprenticeId().toString(),
                    EligibilityChanged.TYPE,
                    plan.planId(),
                    epoch,
                    plan.revision(),
                    now,
                    data);
        }
    }
}
