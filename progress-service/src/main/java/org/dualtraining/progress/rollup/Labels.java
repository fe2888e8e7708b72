package org.dualtraining.progress.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;
import org.dualtraining.progress.plan.LineChange;
import org.dualtraining.progress.plan.LineStanding;
import org.dualtraining.progress.plan.PlanChange;
import org.dualtraining.progress.plan.PlanStanding;
import org.jdbi.v3.core.Jdbi;

/**
 * How organisations, occupations and competencies are called. Each snapshot names them; the newest name wins, whatever the
 * order of arrival.
 */
@ApplicationScoped
class Labels {

    private final Jdbi jdbi;

    @Inject
    Labels(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void follow(Collection<PlanChange> changes) {
        UUID[] snapshots = changes.stream()
                .filter(Labels::mayBeSnapshot)
                .map(PlanChange::after)
                .map(PlanStanding::planId)
                .toArray(UUID[]::new);
        if (snapshots.length == 0) {
            return;
        }
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        WITH said AS (
                            SELECT p.*, l.competency_id, l.competency_name, l.provider_id, l.provider_name
                            FROM plan p LEFT JOIN plan_line l ON l.plan_id = p.plan_id AND l.is_on_plan
                            WHERE p.plan_id = ANY (:plans))
                        INSERT INTO label AS t (kind, id, name, recorded_at)
                        SELECT DISTINCT ON (kind, id) kind, id, name, recorded_at
                        FROM said, LATERAL (VALUES
                            ('OCCUPATION', occupation_id, occupation_title),
                            ('EMPLOYER', employer_id, employer_name),
                            ('PROVIDER', provider_id, provider_name),
                            ('COMPETENCY', competency_id, competency_name)) AS named (kind, id, name)
                        WHERE id IS NOT NULL AND name IS NOT NULL
                        ORDER BY kind, id, recorded_at DESC, name DESC
                        ON CONFLICT (kind, id) DO UPDATE SET name = EXCLUDED.name, recorded_at = EXCLUDED.recorded_at
                        WHERE (t.recorded_at, t.name) < (EXCLUDED.recorded_at, EXCLUDED.name)
                        """).bind("plans", snapshots).execute());
    }

    /** All lines are told of, and not only because all of them were credited: names may have changed without figures. */
    private static boolean mayBeSnapshot(PlanChange change) {
        PlanStanding after = change.after();
        if (after == null) {
            return false;
        }
        long told = change.lines().stream()
                .map(LineChange::after)
                .filter(line -> line != null && line.counts())
                .count();
        return told == after.total()
                && (change.before() == null || !change.lines().stream().allMatch(Labels::isCreditOnly));
    }

    private static boolean isCreditOnly(LineChange line) {
        LineStanding before = line.before();
        LineStanding after = line.after();
        return before != null
                && after != null
                && before.counts() == after.counts()
                && before.credited() != after.credited();
    }
}
