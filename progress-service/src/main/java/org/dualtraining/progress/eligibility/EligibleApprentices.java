package org.dualtraining.progress.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.progress.history.FoldedPlan;
import org.dualtraining.progress.history.Moment;
import org.dualtraining.progress.history.PlanFold;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Who was eligible for a certification, as it was known: evaluated plan by plan, so many for each page. */
@ApplicationScoped
class EligibleApprentices {

    /** Two indexes in the order of plan ids, each read no further than the page needs. */
    private static final String ALL_PLANS = """
            (SELECT plan_id FROM plan WHERE framework_id = :framework AND plan_id > :after
             ORDER BY plan_id LIMIT :rows)
            UNION
            (SELECT plan_id FROM plan WHERE target_certification_id = :certification AND plan_id > :after
             ORDER BY plan_id LIMIT :rows)
            ORDER BY plan_id LIMIT :rows
            """;

    /** One index, of the employer's plans. */
    private static final String EMPLOYERS_PLANS = """
            SELECT plan_id FROM plan
            WHERE employer_id = :employer AND plan_id > :after
              AND (framework_id = :framework OR target_certification_id = :certification)
            ORDER BY plan_id LIMIT :rows
            """;

    private final Jdbi jdbi;
    private final Certifications certifications;
    private final PlanFold planFold;

    @Inject
    EligibleApprentices(Jdbi jdbi, Certifications certifications, PlanFold planFold) {
        this.jdbi = jdbi;
        this.certifications = certifications;
        this.planFold = planFold;
    }

    /** A page looks at {@code limit} plans, and holds those of them that were eligible. */
    Page<EligibleApprentice> at(
            UUID certificationId, Optional<UUID> employer, LocalDate since, Moment moment, PageRequest request) {
        Optional<Certification> certification = certifications.find(certificationId, moment.knownAt());
        if (certification.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Page<UUID> candidates = Page.of(candidates(certification.get(), employer, request), request, UUID::toString);
        List<EligibleApprentice> eligible = planFold.of(candidates.items(), moment.knownAt()).stream()
                .filter(certification.get()::concerns)
                .flatMap(plan -> eligible(certification.get(), plan, moment.asOf()))
                .filter(row -> !row.since().isBefore(since))
                .toList();
        return new Page<>(eligible, candidates.next());
    }

    private static Stream<EligibleApprentice> eligible(Certification certification, FoldedPlan plan, LocalDate day) {
        FoldedEvidence evidence = new FoldedEvidence(plan);
        Decision decision = certification.decide(evidence.reviewed(), evidence.held(), day);
        LocalDate since = decision.since();
        return since == null
                ? Stream.empty()
                : Stream.of(new EligibleApprentice(
                        plan.apprenticeId(),
                        plan.planId(),
                        plan.employerId(),
                        since,
                        decision.expiresOn(),
                        certification.ruleVersion()));
    }

    private List<UUID> candidates(Certification certification, Optional<UUID> employer, PageRequest request) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(employer.isPresent() ? EMPLOYERS_PLANS : ALL_PLANS);
            employer.ifPresent(own -> query.bind("employer", own));
            return query.bind("framework", certification.frameworkId())
                    .bind("certification", certification.certificationId())
                    .bind("after", request.afterId())
                    .bind("rows", request.rows())
                    .mapTo(UUID.class)
                    .list();
        });
    }
}
