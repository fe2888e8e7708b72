package org.dualtraining.progress.rollup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Counts all figures anew from plans and lines, in words of its own, and reads the kept ones to compare. */
public final class Recount {

    /** Counted lines of plans that were not cancelled. */
    private static final String LINES = """
            WITH line AS (
                SELECT p.employer_id, p.occupation_id, p.plan_id, p.status, p.is_primary, p.started_on, l.competency_id,
                       coalesce(l.provider_id, '00000000-0000-0000-0000-000000000000') AS provider_id,
                       (l.state = 'CREDITED')::int AS credited,
                       CASE WHEN l.state = 'CREDITED' THEN l.completed_on END AS day,
                       CASE WHEN l.state = 'CREDITED' AND l.completed_on >= p.started_on
                            THEN l.completed_on - p.started_on END AS days
                FROM plan p JOIN plan_line l USING (plan_id)
                WHERE l.is_on_plan AND l.disposition <> 'EXCLUDED'),
            live AS (SELECT * FROM line WHERE status <> 'CANCELLED'),
            whole AS (
                SELECT p.plan_id, p.employer_id, p.occupation_id, p.status, p.is_primary, count(l.plan_id) AS lines,
                       coalesce(sum(l.credited), 0) AS credited
                FROM plan p LEFT JOIN live l USING (plan_id) GROUP BY p.plan_id)
            """;

    private static final String PLANS = LINES + """
            SELECT concat_ws(' ', 'PLAN', employer_id, occupation_id, status, is_primary),
                   concat_ws(' ', count(*), count(*) FILTER (WHERE status <> 'CANCELLED' AND credited > 0),
                       count(*) FILTER (WHERE status <> 'CANCELLED' AND credited = lines), sum(lines), sum(credited),
                       sum(CASE WHEN lines > 0 THEN credited * 1000000 / lines ELSE 0 END))
            FROM whole GROUP BY employer_id, occupation_id, status, is_primary
            UNION ALL
            SELECT concat_ws(' ', 'PROVIDER', employer_id, occupation_id, status, is_primary, provider_id),
                   concat_ws(' ', count(DISTINCT plan_id), 0, 0, count(*) FILTER (WHERE status <> 'CANCELLED'),
                       coalesce(sum(credited) FILTER (WHERE status <> 'CANCELLED'), 0), 0)
            FROM line GROUP BY employer_id, occupation_id, status, is_primary, provider_id
            """;

    private static final String KEPT_PLANS = """
            SELECT concat_ws(' ', grain, employer_id, occupation_id, status, is_primary,
                       CASE WHEN grain = 'PROVIDER' THEN provider_id END),
                   concat_ws(' ', plans, with_credit, complete, lines, credited, millionths)
            FROM plan_figures WHERE (plans, with_credit, complete, lines, credited, millionths) <> (0, 0, 0, 0, 0, 0)
            """;

    private static final String TIMES = """
            concat_ws(' ', count(*), sum(credited), count(days), coalesce(sum(days), 0),
                count(*) FILTER (WHERE days <= 30), count(*) FILTER (WHERE days BETWEEN 31 AND 90),
                count(*) FILTER (WHERE days BETWEEN 91 AND 180), count(*) FILTER (WHERE days BETWEEN 181 AND 365),
                count(*) FILTER (WHERE days > 365))
            """;

    private static final String COMPETENCIES = LINES + """
            SELECT concat_ws(' ', 'ALL', competency_id, is_primary), %1$s FROM live GROUP BY competency_id, is_primary
            UNION ALL
            SELECT concat_ws(' ', 'LINE', competency_id, is_primary, employer_id, occupation_id, provider_id), %1$s
            FROM live GROUP BY competency_id, is_primary, employer_id, occupation_id, provider_id
            """.formatted(TIMES);

    private static final String KEPT_COMPETENCIES = """
            SELECT concat_ws(' ', grain, competency_id, is_primary, CASE WHEN grain = 'LINE'
                       THEN concat_ws(' ', employer_id, occupation_id, provider_id) END),
                   concat_ws(' ', lines, credited, timed, days, up_to_30, up_to_90, up_to_180, up_to_365, longer)
            FROM competency_figures WHERE lines <> 0
            """;

    private static final String WEEKS = LINES + """
            SELECT concat_ws(' ', 'ALL', date_trunc('week', day)::date, is_primary),
                   concat_ws(' ', count(*), count(DISTINCT plan_id))
            FROM live WHERE day IS NOT NULL GROUP BY date_trunc('week', day), is_primary
            UNION ALL
            SELECT concat_ws(' ', 'PLAN', date_trunc('week', day)::date, is_primary, employer_id, occupation_id),
                   concat_ws(' ', count(*), count(DISTINCT plan_id))
            FROM live WHERE day IS NOT NULL GROUP BY date_trunc('week', day), is_primary, employer_id, occupation_id
            UNION ALL
            SELECT concat_ws(' ', 'PROVIDER', date_trunc('week', day)::date, is_primary, employer_id, occupation_id,
                       provider_id),
                   concat_ws(' ', count(*), 0)
            FROM live WHERE day IS NOT NULL
            GROUP BY date_trunc('week', day), is_primary, employer_id, occupation_id, provider_id
            """;

    private static final String KEPT_WEEKS = """
            SELECT concat_ws(' ', grain, week, is_primary, CASE WHEN grain <> 'ALL' THEN
                       concat_ws(' ', employer_id, occupation_id) END, CASE WHEN grain = 'PROVIDER' THEN provider_id END),
                   concat_ws(' ', credits, plans)
            FROM week_figures WHERE (credits, plans) <> (0, 0)
            """;

    private static final String ELIGIBLE = LINES + """
            , eligible AS (SELECT p.*, e.certification_id FROM eligibility e JOIN plan p USING (plan_id)
                           WHERE e.eligible AND p.status <> 'CANCELLED')
            SELECT concat_ws(' ', 'PLAN', certification_id, is_primary, employer_id, occupation_id), count(*)::text
            FROM eligible GROUP BY certification_id, is_primary, employer_id, occupation_id
            UNION ALL
            SELECT concat_ws(' ', 'PROVIDER', e.certification_id, e.is_primary, e.employer_id, e.occupation_id,
                       l.provider_id), count(DISTINCT plan_id)::text
            FROM eligible e JOIN line l USING (plan_id)
            GROUP BY e.certification_id, e.is_primary, e.employer_id, e.occupation_id, l.provider_id
            """;

    private static final String KEPT_ELIGIBLE = """
            SELECT concat_ws(' ', grain, certification_id, is_primary, employer_id, occupation_id,
                       CASE WHEN grain = 'PROVIDER' THEN provider_id END), eligible::text
            FROM eligibility_figures WHERE eligible <> 0
            """;

    private final Jdbi jdbi;

    public Recount(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What the figures must be. */
    public List<Map<String, String>> anew() {
        return List.of(rows(PLANS), rows(COMPETENCIES), rows(WEEKS), rows(ELIGIBLE));
    }

    /** What the figures are. */
    public List<Map<String, String>> kept() {
        return List.of(rows(KEPT_PLANS), rows(KEPT_COMPETENCIES), rows(KEPT_WEEKS), rows(KEPT_ELIGIBLE));
    }

    private Map<String, String> rows(String sql) {
        Map<String, String> rows = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> rows.put(row.getString(1), row.getString(2)))
                .list());
        return rows;
    }
}
