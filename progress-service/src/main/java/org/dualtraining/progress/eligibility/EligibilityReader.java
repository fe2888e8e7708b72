package org.dualtraining.progress.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.progress.history.FoldedPlan;
import org.dualtraining.progress.history.Moment;
import org.dualtraining.progress.history.PlanFold;
import org.jdbi.v3.core.Jdbi;

/** Explains eligibility when somebody asks: rules over what a plan holds, as both are now or as they were known. */
@ApplicationScoped
public class EligibilityReader {

    private final Jdbi jdbi;
    private final Certifications certifications;
    private final PlanEvidence evidence;
    private final PlanFold planFold;
    private final Clock clock;

    @Inject
    EligibilityReader(Jdbi jdbi, Certifications certifications, PlanEvidence evidence, PlanFold planFold, Clock clock) {
        this.jdbi = jdbi;
        this.certifications = certifications;
        this.evidence = evidence;
        this.planFold = planFold;
        this.clock = clock;
    }

    public Optional<Reading> of(UUID planId, PlanScope scope) {
        return find(planId, scope).map(this::explain);
    }

    /** Whoever may see the plan today may see how it was. */
    Optional<Reading> at(UUID planId, PlanScope scope, Moment moment) {
        return find(planId, scope)
                .flatMap(known ->
                        planFold.of(List.of(planId), moment.knownAt()).stream().findFirst())
                .map(folded -> explain(folded, moment));
    }

    private Reading explain(KnownPlan known) {
        ReviewedPlan plan = known.plan();
        LocalDate today = LocalDate.now(clock);
        List<Certification> concerning = certifications.concerning(plan);
        List<PlannedLine> lines = evidence.linesOf(plan.planId());
        ExplainedPlan explained = new ExplainedPlan(
                plan,
                evidence.heldBy(List.of(plan.planId()), concerning).getOrDefault(plan.planId(), Held.NOTHING),
                lines,
                PlanEvidence.names(lines, evidence.credentialNames(concerning)),
                today);
        return new Reading(
                new EligibilityView(plan.planId(), clock.instant(), known.countedAt(), explained.by(concerning)),
                // what has expired changes with the day, without any event
                plan.revision() + "." + Ids.named(plan.planId(), rules(concerning)) + "." + today.toEpochDay());
    }

    private Reading explain(FoldedPlan folded, Moment moment) {
        FoldedEvidence evidenceThen = new FoldedEvidence(folded);
        List<Certification> concerning = certifications.concerning(folded, moment.knownAt());
        List<PlannedLine> lines = evidenceThen.lines();
        ExplainedPlan explained = new ExplainedPlan(
                evidenceThen.reviewed(),
                evidenceThen.held(),
                lines,
                PlanEvidence.names(lines, certifications.names(PlanEvidence.credentials(concerning), moment.knownAt())),
                moment.asOf());
        String facts = folded.facts() + moment.asOf() + rules(concerning);
        return new Reading(
                new EligibilityView(folded.planId(), moment.asOf(), moment.knownAt(), explained.by(concerning)),
                Ids.named(folded.planId(), facts).toString());
    }

    private static String rules(List<Certification> concerning) {
        return concerning.stream()
                .map(certification -> certification.certificationId() + ":" + certification.revision())
                .collect(Collectors.joining(","));
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
    public record Reading(EligibilityView view, String tag) {}

    private record KnownPlan(ReviewedPlan plan, Instant countedAt) {}
}
