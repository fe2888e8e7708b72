package org.dualtraining.progress.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dualtraining.progress.eligibility.EligibilityView.CertificationView;
import org.jdbi.v3.core.Jdbi;

/** Explains eligibility: the current rules over the current credits, evaluated when somebody asks. */
@ApplicationScoped
class EligibilityReader {

    private final Jdbi jdbi;
    private final Certifications certifications;
    private final PlanEvidence evidence;
    private final Clock clock;

    @Inject
    EligibilityReader(Jdbi jdbi, Certifications certifications, PlanEvidence evidence, Clock clock) {
        this.jdbi = jdbi;
        this.certifications = certifications;
        this.evidence = evidence;
        this.clock = clock;
    }

    Optional<Reading> of(UUID planId, PlanScope scope) {
        return find(planId, scope).map(this::explain);
    }

    private Reading explain(KnownPlan known) {
        ReviewedPlan plan = known.plan();
        List<ReviewedPlan> one = List.of(plan);
        List<UUID> id = List.of(plan.planId());
        LocalDate today = LocalDate.now(clock);
        List<Certification> concerning = certifications.concerning(one);
        Map<UUID, HeldCredit> held = evidence.creditsOf(id).getOrDefault(plan.planId(), Map.of());
        Function<UUID, String> names =
                Objects.requireNonNull(evidence.namesOf(id).get(plan.planId()));
        List<CertificationView> views = new ArrayList<>();
        for (Certification certification : concerning) {
            Finding finding = certification.rule().evaluate(held, names, today);
            Decision decision = Decision.of(plan, certification, finding);
            views.add(new CertificationView(
                    certification.certificationId(),
                    certification.name(),
                    certification.certificationId().equals(plan.targetCertificationId()),
                    decision.eligible(),
                    decision.since(),
                    decision.expiresOn(),
                    certification.ruleVersion(),
                    finding.explanation()));
        }
        if (views.stream().noneMatch(CertificationView::target)) {
            views.add(0, CertificationView.withoutRule(plan.targetCertificationId()));
        }
        int rules = concerning.stream()
                .map(certification ->
                        List.of(certification.certificationId(), certification.name(), certification.ruleVersion()))
                .toList()
                .hashCode();
        return new Reading(
                new EligibilityView(plan.planId(), clock.instant(), known.countedAt(), views),
                // what has expired changes with the day, without any event
                plan.revision() + "." + Integer.toHexString(rules) + "." + today.toEpochDay());
    }

    private Optional<KnownPlan> find(UUID planId, PlanScope scope) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.plan_id, p.apprentice_id, p.employer_id, p.framework_id, p.target_certification_id,
                               p.status, c.held, c.revision, c.counted_at
                        FROM plan p JOIN plan_progress c USING (plan_id)
                        WHERE p.plan_id = :id
                          AND (CAST(:employer AS uuid) IS NULL OR p.employer_id = :employer)
                          AND (CAST(:apprentice AS uuid) IS NULL OR p.apprentice_id = :apprentice)
                        """)
                .bind("id", planId)
                .bind("employer", scope.employerId())
                .bind("apprentice", scope.apprenticeId())
                .map((row, context) -> new KnownPlan(
                        new ReviewedPlan(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getObject(5, UUID.class),
                                "CANCELLED".equals(row.getString(6)),
                                row.getInt(7),
                                row.getLong(8)),
                        row.getTimestamp(9).toInstant()))
                .findFirst());
    }

    /** The answer, and what its ETag is made of. */
    record Reading(EligibilityView view, String tag) {}

    private record KnownPlan(ReviewedPlan plan, Instant countedAt) {}
}
