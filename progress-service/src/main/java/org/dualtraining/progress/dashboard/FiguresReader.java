package org.dualtraining.progress.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.progress.dashboard.SummaryView.EligibleCount;
import org.dualtraining.progress.plan.PlanStatus;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Sums up the kept counts of plans: one row per plan, never one per credit. */
@ApplicationScoped
class FiguresReader {

    /** Plans in force or done; one that is drafted, proposed or cancelled says nothing about training. */
    private static final Set<PlanStatus> AVERAGED =
            EnumSet.of(PlanStatus.ACTIVE, PlanStatus.SUSPENDED, PlanStatus.COMPLETED);

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    FiguresReader(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Figures read(Optional<UUID> employer) {
        return jdbi.withHandle(handle -> figures(
                byStatus(handle, employer.orElse(null)),
                apprentices(handle, employer.orElse(null)),
                eligible(handle, employer.orElse(null))));
    }

    private static Figures figures(List<StatusRow> rows, People people, List<EligibleCount> eligible) {
        Map<PlanStatus, Long> byStatus = new EnumMap<>(PlanStatus.class);
        for (PlanStatus status : PlanStatus.values()) {
            byStatus.put(status, 0L);
        }
        long credits = 0;
        long averaged = 0;
        double percents = 0;
        for (StatusRow row : rows) {
            byStatus.put(row.status(), row.plans());
            credits += row.credits();
            if (AVERAGED.contains(row.status())) {
                averaged += row.plans();
                percents += row.percents();
            }
        }
        return new Figures(
                byStatus.values().stream().mapToLong(Long::longValue).sum(),
                byStatus,
                people.all(),
                people.inTraining(),
                credits,
                averaged == 0 ? null : BigDecimal.valueOf(percents / averaged).setScale(1, RoundingMode.HALF_UP),
                eligible,
                List.of());
    }

    private static List<StatusRow> byStatus(Handle handle, @Nullable UUID employer) {
        return handle.createQuery("""
                        SELECT p.status, count(*) AS plans, sum(c.instruction_credited + c.job_credited) AS credits,
                               sum(coalesce(100.0 * (c.instruction_credited + c.job_credited)
                                   / nullif(c.instruction_total + c.job_total, 0), 0)) AS percents
                        FROM plan p JOIN plan_progress c USING (plan_id)
                        WHERE CAST(:employer AS uuid) IS NULL OR p.employer_id = :employer
                        GROUP BY p.status
                        """)
                .bind("employer", employer)
                .map(ConstructorMapper.of(StatusRow.class))
                .list();
    }

    private static People apprentices(Handle handle, @Nullable UUID employer) {
        return handle.createQuery("""
                        SELECT count(DISTINCT apprentice_id),
                               count(DISTINCT apprentice_id) FILTER (WHERE status = ANY (:averaged))
                        FROM plan
                        WHERE CAST(:employer AS uuid) IS NULL OR employer_id = :employer
                        """)
                .bind("employer", employer)
                .bindArray(
                        "averaged",
                        String.class,
                        AVERAGED.stream().map(PlanStatus::name).toArray())
                .map((row, context) -> new People(row.getLong(1), row.getLong(2)))
                .one();
    }

    private List<EligibleCount> eligible(Handle handle, @Nullable UUID employer) {
        return handle.createQuery("""
                        SELECT c.certification_id, c.name, count(DISTINCT p.apprentice_id) AS eligible
                        FROM certification c
                        LEFT JOIN eligibility e ON e.certification_id = c.certification_id AND e.eligible
                             AND (e.expires_on IS NULL OR e.expires_on > :today)
                        LEFT JOIN plan p ON p.plan_id = e.plan_id AND p.status <> 'CANCELLED'
                             AND (CAST(:employer AS uuid) IS NULL OR p.employer_id = :employer)
                        GROUP BY c.certification_id, c.name ORDER BY c.name, c.certification_id
                        """)
                .bind("employer", employer)
                .bind("today", LocalDate.now(clock))
                .map(ConstructorMapper.of(EligibleCount.class))
                .list();
    }

    /** How many people have plans, and how many of them plans that are in force or done. */
    private record People(long all, long inTraining) {}

    /** The plans of one status. */
    public record StatusRow(PlanStatus status, long plans, long credits, double percents) {}
}
