package org.dualtraining.progress.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.progress.report.CsvTable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** One row per plan, read some at a time in the order of their ids, so that no transaction waits for a slow receiver. */
@ApplicationScoped
class ProgressExport {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final List<String> COLUMNS = List.of(
            "plan_id",
            "apprentice_id",
            "status",
            "employer_id",
            "employer",
            "occupation_id",
            "occupation",
            "framework_id",
            "framework",
            "framework_version",
            "target_certification_id",
            "started_on",
            "lines",
            "credited",
            "percent",
            "related_instruction_lines",
            "related_instruction_credited",
            "on_the_job_lines",
            "on_the_job_credited",
            "last_completed_on",
            "overdue_lines",
            "next_due_on",
            "eligible_for_target",
            "as_of");

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    ProgressExport(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    CsvTable file() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        return new CsvTable("progress", COLUMNS, row -> {
            UUID after = new UUID(0, 0);
            List<List<@Nullable Object>> rows;
            do {
                rows = after(after, today);
                for (List<@Nullable Object> cells : rows) {
                    after = (UUID) Objects.requireNonNull(cells.get(0));
                    cells.add(now);
                    row.accept(cells);
                }
            } while (rows.size() == ROWS_AT_ONCE);
        });
    }

    private List<List<@Nullable Object>> after(UUID planId, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.plan_id, p.apprentice_id, p.status, p.employer_id, p.employer_name, p.occupation_id,
                               p.occupation_title, p.framework_id, p.framework_title, p.framework_version,
                               p.target_certification_id, p.started_on, n.lines, n.credited,
                               coalesce(trunc(100.0 * n.credited / nullif(n.lines, 0), 1), 0.0), c.instruction_total,
                               c.instruction_credited, c.job_total, c.job_credited, c.last_completed_on, due.overdue,
                               due.next_on, e.plan_id IS NOT NULL
                        FROM plan p
                        JOIN plan_progress c USING (plan_id)
                        CROSS JOIN LATERAL (
                            SELECT c.instruction_total + c.job_total AS lines,
                                   c.instruction_credited + c.job_credited AS credited) AS n
                        CROSS JOIN LATERAL (
                            SELECT count(*) FILTER (WHERE l.anticipated_completion_date < :today) AS overdue,
                                   min(l.anticipated_completion_date)
                                       FILTER (WHERE l.anticipated_completion_date >= :today) AS next_on
                            FROM plan_line l WHERE l.plan_id = p.plan_id AND l.is_due) AS due
                        LEFT JOIN eligibility e ON e.plan_id = p.plan_id AND e.eligible
                            AND e.certification_id = p.target_certification_id
                        WHERE p.plan_id > :after ORDER BY p.plan_id LIMIT :rows
                        """)
                .bind("after", planId)
                .bind("today", today)
                .bind("rows", ROWS_AT_ONCE)
                .map((row, context) -> cells(row))
                .list());
    }

    private static List<@Nullable Object> cells(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            cells.add(row.getObject(i));
        }
        return cells;
    }
}
