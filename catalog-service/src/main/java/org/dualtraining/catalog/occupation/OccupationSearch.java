package org.dualtraining.catalog.occupation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which occupations somebody means, best first: the title itself or a code, the beginning of the title or a near code,
 * words or a part of it or a code of the crosswalk, an alternate title, a typing error. What is equally good is in the
 * order of similarity, then of keys; a place is a number of five digits, so places compare as text and page by keyset.
 */
@ApplicationScoped
class OccupationSearch {

    /** The squeezed text has neither % nor _, because folding leaves no punctuation. */
    private static final String BY_TEXT = """
            WITH asked AS MATERIALIZED (
              SELECT folded, replace(folded, ' ', '') AS squeezed,
                     to_tsquery('english', replace(folded, ' ', ':* & ') || ':*') AS words
              FROM (SELECT nullif(search_folded(:q), '') AS folded) one
            ), by_text AS (
              SELECT o.id, similarity(a.folded, o.folded) AS nearness,
                     CASE WHEN o.squeezed = a.squeezed THEN 0 WHEN starts_with(o.squeezed, a.squeezed) THEN 1 ELSE 2 END
                       AS tier
              FROM asked a JOIN occupation o ON o.words @@ a.words OR o.squeezed LIKE '%' || a.squeezed || '%'
              UNION ALL
              SELECT t.occupation_id, similarity(a.folded, t.folded),
                     CASE WHEN t.squeezed = a.squeezed THEN 3 ELSE 4 END
              FROM asked a JOIN occupation_alternate_title t
                ON t.words @@ a.words OR t.squeezed LIKE '%' || a.squeezed || '%'
              UNION ALL
              SELECT m.occupation_id, similarity(a.folded, m.folded), CASE WHEN m.is_title THEN 5 ELSE 6 END
              FROM asked a CROSS JOIN mistyped_titles(a.folded) m WHERE length(a.squeezed) > 3
            ), hit AS (
              SELECT o.key, tier * 1001 + 1000 - CAST(round(nearness * 1000) AS int) AS place
              FROM by_text JOIN occupation o USING (id)
              UNION ALL
            """;

    private static final String BY_CODE = """
              SELECT occupation_key AS key,
                     CASE WHEN code = :$code OR (system = 'RAPIDS' AND approach IS NOT DISTINCT FROM :$approach)
                       THEN 0 ELSE 1001 END AS place
              FROM occupation_code
              WHERE (system <> 'RAPIDS' AND code = ANY (:$codes)) OR (system = 'RAPIDS' AND code = :$number)
              UNION ALL
              SELECT occupation_key, 2002 FROM occupation_code
              WHERE (system = 'ONET_SOC_2010' AND code = ANY (:$in2010))
                 OR (system = 'ONET_SOC_2019' AND code = ANY (:$in2019))
            """;

    private static final String PLACED = """
            ), best AS (
              SELECT key, lpad(CAST(min(place) AS text), 5, '0') || '/' || key AS position FROM hit GROUP BY key
            )
            SELECT key, position FROM best JOIN occupation USING (key)
            WHERE position > :after COLLATE "C" %s
            ORDER BY position COLLATE "C" LIMIT :rows
            """;

    private final Jdbi jdbi;

    @Inject
    OccupationSearch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One of the two must be there. */
    List<Place> page(@Nullable String q, @Nullable String code, PageRequest page) {
        return jdbi.withHandle(h -> {
            Query query =
                    h.createQuery(sql(q, code)).bind("after", page.after("")).bind("rows", page.rows());
            if (q != null) {
                bind(query.bind("q", q), "q", CodeQuery.of(q));
            }
            if (code != null) {
                bind(query, "c", CodeQuery.of(code));
            }
            return query.map(RecordMapper.of(Place.class)).list();
        });
    }

    private static String sql(@Nullable String q, @Nullable String code) {
        String byCode = BY_CODE.replace(":$", ":c_");
        if (q == null) {
            return "WITH hit AS (" + byCode + PLACED.formatted("");
        }
        String restriction = code == null ? "" : "AND key IN (SELECT key FROM (" + byCode + ") coded)";
        return BY_TEXT + BY_CODE.replace(":$", ":q_") + PLACED.formatted(restriction);
    }

    private static void bind(Query query, String prefix, CodeQuery code) {
        query.bind(prefix + "_code", code.code())
                .bindArray(prefix + "_codes", String.class, code.codes())
                .bindArray(prefix + "_in2010", String.class, code.in2010())
                .bindArray(prefix + "_in2019", String.class, code.in2019())
                .bind(prefix + "_number", code.number())
                .bind(prefix + "_approach", code.approach());
    }

    /**
     * An occupation that was found, public because Jdbi makes it.
     *
     * @param position its place among what was found
     */
    public record Place(String key, String position) {}
}
