package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Jdbi;

/** Which plans are on a page. Plans are listed whole, so a page of large ones ends before it has all that were asked. */
@ApplicationScoped
class PlanPages {

    private static final int MOST_LINES = 5_000;

    private final Jdbi jdbi;

    @Inject
    PlanPages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<UUID> page(PlanFilter filter, PageRequest asked) {
        List<Row> rows = rows(filter, asked);
        int fitting = (int)
                rows.stream().filter(row -> row.linesSoFar() <= MOST_LINES).count();
        // one plan at least, or the list would never go on
        int shown = Math.min(Math.max(fitting, 1), asked.limit());
        return Page.of(rows.stream().map(Row::id).limit(shown + 1L).toList(), new Shorter(shown), UUID::toString);
    }

    private List<Row> rows(PlanFilter filter, PageRequest asked) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT id, sum(lines) OVER (ORDER BY id) AS lines_so_far FROM (
                            SELECT p.id, (SELECT count(*) FROM plan_line l WHERE l.plan_id = p.id) AS lines
                            FROM training_plan p
                            WHERE p.id > :after
                              AND (CAST(:employerId AS uuid) IS NULL OR p.employer_id = :employerId)
                              AND (CAST(:apprenticeId AS uuid) IS NULL OR p.apprentice_id = :apprenticeId)
                              AND (CAST(:callerEmployerId AS uuid) IS NULL OR p.employer_id = :callerEmployerId)
                              AND (CAST(:callerApprenticeId AS uuid) IS NULL OR p.apprentice_id = :callerApprenticeId)
                              AND (CAST(:status AS text) IS NULL OR p.status = :status)
                            ORDER BY p.id LIMIT :rows) AS asked
                        ORDER BY id
                        """)
                .bind("after", asked.afterId())
                .bind("rows", asked.rows())
                .bindMethods(filter)
                .map(RecordMapper.of(Row.class))
                .list());
    }

    /** Public, or Jdbi does not see its members. */
    public record Row(UUID id, long linesSoFar) {}

    /** The page that was asked for, ended early. */
    private static final class Shorter extends PageRequest {

        private final int shown;

        Shorter(int shown) {
            this.shown = shown;
        }

        @Override
        public int limit() {
            return shown;
        }
    }
}
