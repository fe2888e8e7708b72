package org.dualtraining.progress.reconciliation;

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
import org.jspecify.annotations.Nullable;

/** Plans as they are known here, in the words of a digest. */
@ApplicationScoped
class PlansHere {

    private final Jdbi jdbi;

    @Inject
    PlansHere(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<UUID, PlanDigest> of(Collection<UUID> planIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.plan_id, p.epoch, p.status, p.employer_id, l.competency_id, l.disposition, l.state,
                               l.completed_on, l.rating, l.anticipated_completion_date
                        FROM plan p LEFT JOIN plan_line l ON l.plan_id = p.plan_id AND l.is_on_plan
                        WHERE p.plan_id = ANY (:plans) ORDER BY p.plan_id
                        """)
                .bindArray("plans", UUID.class, planIds)
                .reduceResultSet(new LinkedHashMap<>(), (read, row, context) -> {
                    PlanDigest digest = read.computeIfAbsent(row.getObject("plan_id", UUID.class), id -> head(id, row));
                    if (row.getObject("competency_id") != null) {
                        digest.lines()
                                .add(new PlanDigest.Line(
                                        row.getObject("competency_id", UUID.class),
                                        row.getString("disposition"),
                                        row.getString("state"),
                                        row.getObject("completed_on", LocalDate.class),
                                        row.getObject("rating", Integer.class),
                                        row.getObject("anticipated_completion_date", LocalDate.class)));
                    }
                    return read;
                }));
    }

    /**
     * The plans that count between two others that are none of these.
     *
     * @param upTo null for all that follow
     */
    List<UUID> between(UUID after, @Nullable UUID upTo, Collection<UUID> others, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT plan_id FROM plan
                        WHERE plan_id > :after AND (CAST(:upTo AS uuid) IS NULL OR plan_id <= :upTo)
                          AND plan_id <> ALL (:others)
                          AND status <> 'CANCELLED'
                        ORDER BY plan_id LIMIT :limit
                        """)
                .bind("after", after)
                .bind("upTo", upTo)
                .bindArray("others", UUID.class, others)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    private static PlanDigest head(UUID id, ResultSet row) {
        try {
            return new PlanDigest(
                    id,
                    row.getInt("epoch"),
                    0,
                    row.getString("status"),
                    row.getObject("employer_id", UUID.class),
                    true,
                    new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
