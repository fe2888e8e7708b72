package org.dualtraining.progress.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.progress.eligibility.PlanScope;
import org.jdbi.v3.core.Jdbi;

/** What a credential says of a plan, read where it is kept. */
@ApplicationScoped
class EligiblePlans {

    private final Jdbi jdbi;

    @Inject
    EligiblePlans(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean isKnown(UUID planId, PlanScope scope) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM plan
                                       WHERE plan_id = :id
                                         AND (CAST(:employer AS uuid) IS NULL OR employer_id = :employer)
                                         AND (CAST(:apprentice AS uuid) IS NULL OR apprentice_id = :apprentice))
                        """)
                .bind("id", planId)
                .bind("employer", scope.employerId())
                .bind("apprentice", scope.apprenticeId())
                .mapTo(Boolean.class)
                .one());
    }

    Optional<EligiblePlan> find(UUID planId, UUID certificationId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.plan_id, p.apprentice_id, p.framework_id, p.framework_title, p.epoch,
                               p.status = 'CANCELLED' AS cancelled, coalesce(e.eligible, false) AS eligible,
                               e.since, e.expires_on
                        FROM plan p
                        LEFT JOIN eligibility e ON e.plan_id = p.plan_id AND e.certification_id = :certification
                        WHERE p.plan_id = :plan
                        """)
                .bind("plan", planId)
                .bind("certification", certificationId)
                .map(RecordMapper.of(EligiblePlan.class))
                .findFirst());
    }

    /** What the events say, in their order. */
    List<CreditedCompetency> credited(UUID planId, List<UUID> eventIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.event_id, f.competency_id, l.competency_name
                        FROM unnest(:events) WITH ORDINALITY AS e (event_id, place)
                        LEFT JOIN credit_fact f ON f.plan_id = :plan AND f.event_id = e.event_id
                        LEFT JOIN plan_line l ON l.plan_id = :plan AND l.competency_id = f.competency_id
                        ORDER BY e.place
                        """)
                .bindArray("events", UUID.class, eventIds)
                .bind("plan", planId)
                .map(RecordMapper.of(CreditedCompetency.class))
                .list());
    }
}
