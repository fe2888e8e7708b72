package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads digests in one statement, so that a plan, its lines and what was said of it are of one moment. */
@ApplicationScoped
class PlanDigests {

    private static final String DIGESTS = """
            SELECT p.id, p.epoch, p.version, p.status, p.employer_id, w.aggregate_id IS NULL AS is_announced,
                l.competency_id, l.disposition, l.state, l.credit_completed_on, l.credit_rating,
                l.anticipated_completion_date
            FROM training_plan p
            LEFT JOIN plan_line l ON l.plan_id = p.id
            LEFT JOIN (SELECT DISTINCT aggregate_id FROM outbox WHERE published_at IS NULL) AS w ON w.aggregate_id = p.id
            WHERE p.id = ANY (:plans)
            ORDER BY p.id, l.ordinal
            """;

    private final Jdbi jdbi;

    @Inject
    PlanDigests(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those of the plans that there are, in the order of their ids. */
    List<PlanDigest> of(Collection<UUID> planIds) {
        return jdbi.withHandle(h -> read(h.createQuery(DIGESTS).bindArray("plans", UUID.class, planIds.toArray())));
    }

    private static List<PlanDigest> read(Query query) {
        Map<UUID, PlanDigest> digests = query.reduceResultSet(new LinkedHashMap<>(), (read, row, context) -> {
            PlanDigest digest = read.computeIfAbsent(row.getObject("id", UUID.class), id -> head(id, row));
            if (row.getObject("competency_id") != null) {
                digest.lines()
                        .add(new PlanDigest.Line(
                                row.getObject("competency_id", UUID.class),
                                Disposition.valueOf(row.getString("disposition")),
                                LineState.valueOf(row.getString("state")),
                                row.getObject("credit_completed_on", LocalDate.class),
                                row.getObject("credit_rating", Integer.class),
                                row.getObject("anticipated_completion_date", LocalDate.class)));
            }
            return read;
        });
        return List.copyOf(digests.values());
    }

    private static PlanDigest head(UUID id, ResultSet row) {
        try {
            return new PlanDigest(
                    id,
                    row.getInt("epoch"),
                    row.getLong("version"),
                    PlanStatus.valueOf(row.getString("status")),
                    row.getObject("employer_id", UUID.class),
                    row.getBoolean("is_announced"),
                    new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
