package org.dualtraining.progress.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.eligibility.ReviewedPlan;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts plans anew, all touched ones in one statement. Credits that wait for their plan make a row that says so and
 * counts nothing; the plan's snapshot touches the plan, and then they count.
 */
@ApplicationScoped
public class CountProgress {

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    CountProgress(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @return the known ones among the plans; the caller holds the locks of their apprentices */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CountedPlan> count(Collection<UUID> planIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH counted AS (
                            SELECT touched.plan_id, p.apprentice_id, p.employer_id, p.framework_id,
                                   p.target_certification_id, n.*
                            FROM unnest(:plans) AS touched (plan_id)
                            LEFT JOIN plan p USING (plan_id)
                            CROSS JOIN LATERAL (
                                SELECT count(*) FILTER (WHERE l.delivery = 'RELATED_INSTRUCTION') AS instruction_total,
                                       count(c.plan_id) FILTER (WHERE l.delivery = 'RELATED_INSTRUCTION')
                                           AS instruction_credited,
                                       count(*) FILTER (WHERE l.delivery = 'ON_THE_JOB') AS job_total,
                                       count(c.plan_id) FILTER (WHERE l.delivery = 'ON_THE_JOB') AS job_credited
                                FROM plan_line l
                                LEFT JOIN credit c ON c.plan_id = l.plan_id AND c.competency_id = l.competency_id
                                                  AND c.state = 'CREDITED'
                                WHERE l.plan_id = touched.plan_id AND l.disposition <> 'EXCLUDED') AS n),
                        stored AS (
                            INSERT INTO plan_progress
                                (plan_id, is_waiting, instruction_total, instruction_credited, job_total, job_credited,
                                 revision, counted_at)
                            SELECT plan_id, apprentice_id IS NULL, instruction_total, instruction_credited, job_total,
                                   job_credited, 1, :now
                            FROM counted
                            ON CONFLICT (plan_id) DO UPDATE SET
                                is_waiting = EXCLUDED.is_waiting,
                                instruction_total = EXCLUDED.instruction_total,
                                instruction_credited = EXCLUDED.instruction_credited,
                                job_total = EXCLUDED.job_total, job_credited = EXCLUDED.job_credited,
                                revision = plan_progress.revision + 1, counted_at = EXCLUDED.counted_at
                            RETURNING plan_id, revision)
                        SELECT plan_id, apprentice_id, employer_id, framework_id, target_certification_id, revision,
                               instruction_total + job_total, instruction_credited + job_credited
                        FROM counted JOIN stored USING (plan_id)
                        WHERE apprentice_id IS NOT NULL
                        """)
                .bindArray("plans", UUID.class, planIds)
                .bind("now", clock.instant())
                .map((row, context) -> new CountedPlan(
                        new ReviewedPlan(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getObject(5, UUID.class),
                                row.getLong(6)),
                        row.getInt(7),
                        row.getInt(8)))
                .list());
    }
}
