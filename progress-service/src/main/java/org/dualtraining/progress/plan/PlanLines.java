package org.dualtraining.progress.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.progress.event.Delivery;
import org.dualtraining.progress.plan.PlanSnapshot.Disposition;
import org.dualtraining.progress.plan.ProgressView.LineState;
import org.dualtraining.progress.table.Columns;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Table {@code plan_line}: the competencies of plans, each with the latest word on it. */
@ApplicationScoped
public class PlanLines {

    private static final String SELECT = """
            SELECT l.plan_id, l.competency_id, l.is_on_plan, l.delivery, l.disposition, l.provider_id,
                   l.anticipated_completion_date, l.state, l.completed_on, l.rating, l.event_id, l.credit_epoch,
                   l.credit_version, l.credit_recorded_at
            FROM plan_line l
            """;

    private final Jdbi jdbi;

    @Inject
    PlanLines(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The known ones among these. */
    public Map<PlanCompetency, PlanLine> at(Collection<PlanCompetency> asked) {
        Columns<PlanCompetency> columns = new Columns<>(asked);
        return jdbi
                .withHandle(handle -> handle.createQuery(SELECT + """
                                JOIN unnest(:plans, :competencies) AS asked (plan_id, competency_id)
                                    ON l.plan_id = asked.plan_id AND l.competency_id = asked.competency_id
                                """)
                        .bindArray("plans", UUID.class, columns.of(PlanCompetency::planId))
                        .bindArray("competencies", UUID.class, columns.of(PlanCompetency::competencyId))
                        .map((row, context) -> line(row))
                        .list())
                .stream()
                .collect(Collectors.toMap(
                        line -> new PlanCompetency(line.planId(), line.competencyId()), Function.identity()));
    }

    /** All lines of these plans, by plan and competency. */
    Map<UUID, Map<UUID, PlanLine>> of(Collection<UUID> planIds) {
        Map<UUID, Map<UUID, PlanLine>> byPlan = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(SELECT + "WHERE l.plan_id = ANY (:plans)")
                .bindArray("plans", UUID.class, planIds)
                .map((row, context) -> line(row))
                .forEach(line -> byPlan.computeIfAbsent(line.planId(), plan -> new HashMap<>())
                        .put(line.competencyId(), line)));
        return byPlan;
    }

    private static PlanLine line(ResultSet row) throws SQLException {
        OffsetDateTime recordedAt = row.getObject(14, OffsetDateTime.class);
        return new PlanLine(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getBoolean(3),
                row.getString(4) == null ? null : Delivery.valueOf(row.getString(4)),
                Disposition.valueOf(row.getString(5)),
                row.getObject(6, UUID.class),
                row.getObject(7, LocalDate.class),
                LineState.valueOf(row.getString(8)),
                row.getObject(9, LocalDate.class),
                row.getObject(10, Integer.class),
                row.getObject(11, UUID.class),
                row.getInt(12),
                row.getLong(13),
                recordedAt == null ? null : recordedAt.toInstant());
    }

    /**
     * The latest word on competencies. Versions only go up, whoever writes: the comparison is repeated where the row is
     * written.
     *
     * @param plans the lines' plans, because only what an active one leaves open is due
     */
    public void storeCredits(Collection<PlanLine> lines, Map<UUID, PlanState> plans) {
        if (lines.isEmpty()) {
            return;
        }
        Columns<PlanLine> columns = new Columns<>(lines);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO plan_line
                            (plan_id, competency_id, is_on_plan, is_due, disposition, state,
                             completed_on, rating, event_id, credit_epoch, credit_version, credit_recorded_at)
                        SELECT plan_id, competency_id, false, due::boolean, 'TRAIN', state, day::date,
                               rating, event_id, epoch, version, recorded_at::timestamptz
                        FROM unnest(:plans, :competencies, :due, :states, :days, :ratings, :events, :epochs, :versions,
                                    :recorded)
                            AS said (plan_id, competency_id, due, state, day, rating, event_id, epoch,
                                     version, recorded_at)
                        ON CONFLICT (plan_id, competency_id) DO UPDATE SET
                            is_due = EXCLUDED.is_due, state = EXCLUDED.state, completed_on = EXCLUDED.completed_on,
                            rating = EXCLUDED.rating, event_id = EXCLUDED.event_id,
                            credit_epoch = EXCLUDED.credit_epoch, credit_version = EXCLUDED.credit_version,
                            credit_recorded_at = EXCLUDED.credit_recorded_at
                        WHERE (plan_line.credit_epoch, plan_line.credit_version)
                            < (EXCLUDED.credit_epoch, EXCLUDED.credit_version)
                        """)
                .bindArray("plans", UUID.class, columns.of(PlanLine::planId))
                .bindArray("competencies", UUID.class, columns.of(PlanLine::competencyId))
                .bindArray("due", String.class, columns.of(line -> isDue(line, plans)))
                .bindArray(
                        "states", String.class, columns.of(line -> line.state().name()))
                .bindArray("days", String.class, columns.of(line -> text(line.completedOn())))
                .bindArray("ratings", Integer.class, columns.of(PlanLine::rating))
                .bindArray("events", UUID.class, columns.of(PlanLine::eventId))
                .bindArray("epochs", Integer.class, columns.of(PlanLine::creditEpoch))
                .bindArray("versions", Long.class, columns.of(PlanLine::creditVersion))
                .bindArray("recorded", String.class, columns.of(line -> text(line.creditRecordedAt())))
                .execute());
    }

    private static String isDue(PlanLine line, Map<UUID, PlanState> plans) {
        PlanState plan = plans.get(line.planId());
        return String.valueOf(plan != null && line.isDue(plan.status()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
