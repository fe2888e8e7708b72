package org.dualtraining.progress.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.progress.eligibility.PlanScope;
import org.dualtraining.progress.event.Delivery;
import org.dualtraining.progress.history.FoldedPlan;
import org.dualtraining.progress.history.Moment;
import org.dualtraining.progress.history.PlanFold;
import org.dualtraining.progress.plan.PlanSnapshot.Disposition;
import org.dualtraining.progress.plan.ProgressView.LineState;
import org.dualtraining.progress.plan.ProgressView.LineView;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads progress by primary key: one query for the plans that a caller may see, one for all their lines. */
@ApplicationScoped
class ProgressReader {

    private final Jdbi jdbi;
    private final PlanFold planFold;
    private final Clock clock;

    @Inject
    ProgressReader(Jdbi jdbi, PlanFold planFold, Clock clock) {
        this.jdbi = jdbi;
        this.planFold = planFold;
        this.clock = clock;
    }

    Reading ofPlan(UUID planId, PlanScope scope, Optional<Moment> moment) {
        return read("p.plan_id = :id", planId, scope, moment);
    }

    Reading ofApprentice(UUID apprenticeId, PlanScope scope, Optional<Moment> moment) {
        return read("p.apprentice_id = :id", apprenticeId, scope, moment);
    }

    private Reading read(String which, UUID id, PlanScope scope, Optional<Moment> moment) {
        return moment.map(asked -> read(which, id, scope, asked)).orElseGet(() -> read(which, id, scope));
    }

    /** Whoever may see a plan today may see how it was. */
    private Reading read(String which, UUID id, PlanScope scope, Moment moment) {
        List<UUID> visible = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.plan_id FROM plan p
                        WHERE (CAST(:employer AS uuid) IS NULL OR p.employer_id = :employer)
                          AND (CAST(:apprentice AS uuid) IS NULL OR p.apprentice_id = :apprentice)
                          AND %s
                        """.formatted(which))
                .bind("id", id)
                .bind("employer", scope.employerId())
                .bind("apprentice", scope.apprenticeId())
                .mapTo(UUID.class)
                .list());
        List<FoldedPlan> folded = planFold.of(visible, moment.knownAt());
        String facts = folded.stream().map(FoldedPlan::facts).collect(Collectors.joining("/"));
        return new Reading(
                folded.stream()
                        .map(plan -> new FoldedProgress(plan, moment).view())
                        .toList(),
                Ids.named(id, facts + moment.asOf()).toString());
    }

    private Reading read(String which, UUID id, PlanScope scope) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        return jdbi.withHandle(handle -> {
            List<ProgressRow> rows = handle.createQuery("""
                            SELECT p.plan_id, p.apprentice_id, p.status, c.instruction_total, c.instruction_credited,
                                   c.job_total, c.job_credited, c.revision, c.counted_at
                            FROM plan p JOIN plan_progress c USING (plan_id)
                            WHERE (CAST(:employer AS uuid) IS NULL OR p.employer_id = :employer)
                              AND (CAST(:apprentice AS uuid) IS NULL OR p.apprentice_id = :apprentice)
                              AND %s
                            ORDER BY p.plan_id
                            """.formatted(which))
                    .bind("id", id)
                    .bind("employer", scope.employerId())
                    .bind("apprentice", scope.apprenticeId())
                    .map(RecordMapper.of(ProgressRow.class))
                    .list();
            Map<UUID, List<LineView>> lines =
                    linesOf(handle, rows.stream().map(ProgressRow::planId).toList());
            List<ProgressView> plans = rows.stream()
                    .map(row -> row.view(lines.getOrDefault(row.planId(), List.of()), now, today))
                    .toList();
            long revision = rows.stream().mapToLong(ProgressRow::revision).sum();
            // what is overdue changes with the day, without any event
            return new Reading(plans, rows.size() + "." + revision + "." + today.toEpochDay());
        });
    }

    private static Map<UUID, List<LineView>> linesOf(Handle handle, List<UUID> planIds) {
        Map<UUID, List<LineView>> byPlan = new HashMap<>();
        if (planIds.isEmpty()) {
            return byPlan;
        }
        handle.createQuery("""
                        SELECT l.plan_id, l.line_id, l.competency_id, l.competency_name, l.delivery, l.disposition,
                               l.state, CASE l.state WHEN 'CREDITED' THEN l.completed_on END AS completed_on,
                               l.event_id, l.anticipated_completion_date
                        FROM plan_line l
                        WHERE l.plan_id = ANY (:plans) AND l.is_on_plan
                        ORDER BY l.plan_id, l.position
                        """)
                .bindArray("plans", UUID.class, planIds)
                .map((row, context) -> byPlan.computeIfAbsent(row.getObject(1, UUID.class), plan -> new ArrayList<>())
                        .add(new LineView(
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                Delivery.valueOf(row.getString(5)),
                                Disposition.valueOf(row.getString(6)),
                                LineState.valueOf(row.getString(7)),
                                row.getObject(8, LocalDate.class),
                                row.getObject(9, UUID.class),
                                row.getObject(10, LocalDate.class))))
                .list();
        return byPlan;
    }

    /** The plans that were found and may be seen, and what their ETag is made of. */
    record Reading(List<ProgressView> plans, String tag) {}
}
