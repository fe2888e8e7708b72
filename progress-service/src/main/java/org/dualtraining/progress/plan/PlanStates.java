package org.dualtraining.progress.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.progress.eligibility.ReviewedPlan;
import org.dualtraining.progress.table.Columns;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tables {@code plan} and {@code plan_progress}: plans with their kept counts. */
@ApplicationScoped
public class PlanStates {

    private static final String SELECT = """
            SELECT p.plan_id, p.apprentice_id, p.employer_id, p.occupation_id, p.framework_id,
                   p.target_certification_id, p.status, p.epoch, p.version, p.is_primary, p.started_on,
                   coalesce(c.instruction_total, 0), coalesce(c.instruction_credited, 0), coalesce(c.job_total, 0),
                   coalesce(c.job_credited, 0), coalesce(c.held, 0), coalesce(c.credited_days, '{}')
            FROM plan p LEFT JOIN plan_progress c USING (plan_id)
            WHERE %s = ANY (:ids)
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    PlanStates(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The known ones among these plans. */
    public Map<UUID, PlanState> of(Collection<UUID> planIds) {
        return read("p.plan_id", planIds);
    }

    Map<UUID, PlanState> ofApprentices(Collection<UUID> apprenticeIds) {
        return read("p.apprentice_id", apprenticeIds);
    }

    private Map<UUID, PlanState> read(String column, Collection<UUID> ids) {
        return jdbi
                .withHandle(handle -> handle.createQuery(SELECT.formatted(column))
                        .bindArray("ids", UUID.class, ids)
                        .map((row, context) -> state(row))
                        .list())
                .stream()
                .collect(Collectors.toMap(PlanState::planId, Function.identity()));
    }

    private static PlanState state(ResultSet row) throws SQLException {
        return new PlanState(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                PlanStatus.valueOf(row.getString(7)),
                row.getInt(8),
                row.getLong(9),
                row.getBoolean(10),
                row.getObject(11, LocalDate.class),
                row.getInt(12),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                row.getInt(16),
                List.of((Integer[]) row.getArray(17).getArray()));
    }

    /** Keeps the counts; the caller holds the locks of the apprentices. */
    public List<CountedPlan> store(Collection<PlanState> states) {
        if (states.isEmpty()) {
            return List.of();
        }
        Map<UUID, Long> revisions = new HashMap<>();
        Columns<PlanState> columns = new Columns<>(states);
        jdbi.useHandle(handle -> handle.createQuery("""
                        INSERT INTO plan_progress
                            (plan_id, instruction_total, instruction_credited, job_total, job_credited, held,
                             credited_days, last_completed_on, revision, counted_at)
                        SELECT plan_id, instruction_total, instruction_credited, job_total, job_credited, held,
                               days::integer[], last_day::date, nextval('progress_revision'), :now
                        FROM unnest(:plans, :allInstruction, :someInstruction, :allJob, :someJob, :held, :days, :last)
                            AS counted (plan_id, instruction_total, instruction_credited, job_total, job_credited, held,
                                        days, last_day)
                        ON CONFLICT (plan_id) DO UPDATE SET
                            instruction_total = EXCLUDED.instruction_total,
                            instruction_credited = EXCLUDED.instruction_credited,
                            job_total = EXCLUDED.job_total, job_credited = EXCLUDED.job_credited, held = EXCLUDED.held,
                            credited_days = EXCLUDED.credited_days, last_completed_on = EXCLUDED.last_completed_on,
                            revision = EXCLUDED.revision, counted_at = EXCLUDED.counted_at
                        RETURNING plan_id, revision
                        """)
                .bind("now", clock.instant())
                .bindArray("plans", UUID.class, columns.of(PlanState::planId))
                .bindArray("allInstruction", Integer.class, columns.of(PlanState::instructionTotal))
                .bindArray("someInstruction", Integer.class, columns.of(PlanState::instructionCredited))
                .bindArray("allJob", Integer.class, columns.of(PlanState::jobTotal))
                .bindArray("someJob", Integer.class, columns.of(PlanState::jobCredited))
                .bindArray("held", Integer.class, columns.of(PlanState::held))
                .bindArray("days", String.class, columns.of(PlanStates::daysText))
                .bindArray("last", String.class, columns.of(PlanStates::lastDayText))
                .map((row, context) -> revisions.put(row.getObject(1, UUID.class), row.getLong(2)))
                .list());
        return states.stream()
                .map(state -> counted(state, revisions.getOrDefault(state.planId(), 0L)))
                .toList();
    }

    private static CountedPlan counted(PlanState state, long revision) {
        return new CountedPlan(reviewed(state, revision), state.total(), state.credited());
    }

    private static ReviewedPlan reviewed(PlanState state, long revision) {
        return new ReviewedPlan(
                state.planId(),
                state.apprenticeId(),
                state.employerId(),
                state.frameworkId(),
                state.targetCertificationId(),
                state.status() == PlanStatus.CANCELLED,
                state.held(),
                revision);
    }

    /** Plans as a review sees them that nothing happened to but the rule or the day. */
    public List<ReviewedPlan> reviewed(Collection<UUID> planIds) {
        Map<UUID, Long> revisions = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        UPDATE plan_progress SET revision = nextval('progress_revision')
                        WHERE plan_id = ANY (:plans) RETURNING plan_id, revision
                        """)
                .bindArray("plans", UUID.class, planIds)
                .map((row, context) -> revisions.put(row.getObject(1, UUID.class), row.getLong(2)))
                .list());
        return of(revisions.keySet()).values().stream()
                .map(state -> reviewed(state, revisions.getOrDefault(state.planId(), 0L)))
                .toList();
    }

    private static String daysText(PlanState state) {
        return state.creditedDays().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String lastDayText(PlanState state) {
        LocalDate last = state.lastCompletedOn();
        return last == null ? null : last.toString();
    }
}
