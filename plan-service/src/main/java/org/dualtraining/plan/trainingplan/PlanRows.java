package org.dualtraining.plan.trainingplan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.plan.catalog.Delivery;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How plans and lines are read from their tables. */
final class PlanRows {

    static final String PLAN = """
            SELECT p.id, p.apprentice_id, p.employer_id, e.name AS employer_name, p.framework_id, p.framework_version,
                p.framework_title, p.occupation_id, p.occupation_title, p.target_certification_id, p.status, p.epoch,
                p.version
            FROM training_plan p JOIN employer e ON e.id = p.employer_id
            """;

    static final String LINE = """
            SELECT l.*, v.name AS provider_name FROM plan_line l LEFT JOIN provider v ON v.id = l.provider_id
            """;

    private PlanRows() {}

    static TrainingPlan plan(ResultSet row, StatementContext context) throws SQLException {
        return new TrainingPlan(
                row.getObject("id", UUID.class),
                row.getObject("apprentice_id", UUID.class),
                row.getObject("employer_id", UUID.class),
                row.getString("employer_name"),
                row.getObject("framework_id", UUID.class),
                row.getInt("framework_version"),
                row.getString("framework_title"),
                row.getObject("occupation_id", UUID.class),
                row.getString("occupation_title"),
                row.getObject("target_certification_id", UUID.class),
                PlanStatus.valueOf(row.getString("status")),
                row.getInt("epoch"),
                row.getLong("version"),
                List.of());
    }

    static PlanLine line(ResultSet row, StatementContext context) throws SQLException {
        return new PlanLine(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getInt("ordinal"),
                row.getObject("competency_id", UUID.class),
                row.getString("competency_name"),
                row.getBoolean("core"),
                (Integer) row.getObject("minimum_rating"),
                new LineTerms(
                        Delivery.valueOf(row.getString("delivery")),
                        Disposition.valueOf(row.getString("disposition")),
                        row.getString("course_name"),
                        row.getString("course_description"),
                        row.getObject("provider_id", UUID.class),
                        row.getObject("anticipated_completion_date", LocalDate.class),
                        row.getString("reason")),
                row.getString("provider_name"),
                LineState.valueOf(row.getString("state")),
                credit(row),
                row.getObject("credit_event_id", UUID.class));
    }

    private static @Nullable LineCredit credit(ResultSet row) throws SQLException {
        @Nullable String basis = row.getString("credit_basis");
        return basis == null
                ? null
                : new LineCredit(
                        Basis.valueOf(basis),
                        row.getObject("credit_completed_on", LocalDate.class),
                        (Integer) row.getObject("credit_rating"),
                        row.getObject("credit_provider_id", UUID.class),
                        row.getObject("credit_reference", UUID.class));
    }
}
