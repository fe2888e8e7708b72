package org.dualtraining.progress.attention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.attention.AtRiskView.PlanAtRisk;
import org.dualtraining.progress.report.Question;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Looks through active plans in the order of their ids, a bounded number at a time: an index of those at risk would have to
 * change with each credit.
 */
@ApplicationScoped
class AtRiskReader {

    private static final int LOOKED_THROUGH = 250;
    private static final int IDLE_DAYS = 60;

    private final Jdbi jdbi;

    @Inject
    AtRiskReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Found after(UUID planId, Question question, LocalDate today, int limit) {
        if (question.isVoid()) {
            return new Found(List.of(), null);
        }
        List<Looked> plans = read(planId, question, today);
        List<PlanAtRisk> found = new ArrayList<>();
        UUID last = planId;
        for (Looked plan : plans) {
            if (found.size() == limit) {
                return new Found(found, last);
            }
            last = plan.atRisk().planId();
            if (plan.isFound()) {
                found.add(plan.atRisk());
            }
        }
        return new Found(found, plans.size() < LOOKED_THROUGH ? null : last);
    }

    private List<Looked> read(UUID planId, Question question, LocalDate today) {
        String isAsked = question.provider() == null ? "true" : """
                EXISTS (SELECT 1 FROM plan_line l WHERE l.plan_id = s.plan_id AND l.provider_id = :provider
                        AND l.is_on_plan AND l.disposition <> 'EXCLUDED')
                """;
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT s.plan_id, s.apprentice_id, s.employer_id, s.occupation_id, due.since, due.lines,
                               CASE WHEN c.instruction_credited + c.job_credited < c.instruction_total + c.job_total
                                     AND greatest(c.last_completed_on, s.started_on) <= :idle
                                    THEN greatest(c.last_completed_on, s.started_on) END,
                               %s
                        FROM (SELECT p.* FROM plan p WHERE p.status = 'ACTIVE' AND p.plan_id > :after%s
                              ORDER BY p.plan_id LIMIT :looked) AS s
                        CROSS JOIN LATERAL (SELECT * FROM plan_progress c WHERE c.plan_id = s.plan_id OFFSET 0) AS c
                        CROSS JOIN LATERAL (
                            SELECT min(l.anticipated_completion_date) AS since, count(*) AS lines FROM plan_line l
                            WHERE l.plan_id = s.plan_id AND l.is_due AND l.anticipated_completion_date < :today) AS due
                        ORDER BY s.plan_id
                        """.formatted(isAsked, AskedPlans.of(question)))
                .bind("after", planId)
                .bind("today", today)
                .bind("idle", today.minusDays(IDLE_DAYS))
                .bind("looked", LOOKED_THROUGH)
                .bind("occupation", question.occupation())
                .bind("employer", question.employer())
                .bind("provider", question.provider())
                .map((row, context) -> new Looked(
                        new PlanAtRisk(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getObject(5, LocalDate.class),
                                row.getLong(6),
                                row.getObject(7, LocalDate.class)),
                        row.getBoolean(8)))
                .list());
    }

    /** A plan that was looked at. */
    private record Looked(PlanAtRisk atRisk, boolean isAsked) {

        boolean isFound() {
            return isAsked && (atRisk.overdueSince() != null || atRisk.noCreditSince() != null);
        }
    }

    /** @param next where to go on, unless that was all */
    record Found(List<PlanAtRisk> plans, @Nullable UUID next) {}
}
