package org.dualtraining.plan.coursemapping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The course mappings. */
@ApplicationScoped
public class CourseMappings {

    private static final String COLUMNS =
            "SELECT id, provider_id, course_code, competency_ids, valid_from, valid_to, version FROM course_mapping ";

    private final Jdbi jdbi;

    @Inject
    CourseMappings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What a completion of each of these courses evidences on its day: the competencies, each with all courses of the
     * provider that together evidence it. A course that is not mapped on its day is absent.
     */
    public Map<CourseOn, Map<UUID, List<String>>> evidencedBy(Collection<CourseOn> courses) {
        List<CourseOn> asked = courses.stream().distinct().toList();
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT a.ordinal, c.competency_id, array_agg(DISTINCT other.course_code) AS required
                        FROM unnest(:providers, :codes, CAST(:days AS date[]))
                            WITH ORDINALITY AS a (provider_id, course_code, day, ordinal)
                        JOIN course_mapping m ON m.provider_id = a.provider_id AND m.course_code = a.course_code
                            AND m.valid_from <= a.day AND (m.valid_to IS NULL OR m.valid_to >= a.day)
                        CROSS JOIN LATERAL unnest(m.competency_ids) AS c (competency_id)
                        JOIN course_mapping other ON other.provider_id = a.provider_id
                            AND other.competency_ids @> ARRAY[c.competency_id]
                            AND other.valid_from <= a.day AND (other.valid_to IS NULL OR other.valid_to >= a.day)
                        GROUP BY a.ordinal, c.competency_id
                        """)
                .bindArray(
                        "providers",
                        UUID.class,
                        asked.stream().map(CourseOn::providerId).toArray())
                .bindArray(
                        "codes",
                        String.class,
                        asked.stream().map(CourseOn::courseCode).toArray())
                .bindArray(
                        "days",
                        String.class,
                        asked.stream()
                                .map(course -> course.completedOn().toString())
                                .toArray())
                .reduceResultSet(new HashMap<>(), (evidenced, row, context) -> {
                    evidenced
                            .computeIfAbsent(asked.get(row.getInt(1) - 1), course -> new HashMap<>())
                            .put(row.getObject(2, UUID.class), texts(row));
                    return evidenced;
                }));
    }

    Optional<CourseMapping> find(UUID id, Optional<UUID> onlyProvider) {
        return jdbi.withHandle(h -> h.createQuery(
                        COLUMNS + "WHERE id = :id AND (CAST(:provider AS uuid) IS NULL OR provider_id = :provider)")
                .bind("id", id)
                .bind("provider", onlyProvider.orElse(null))
                .map(RecordMapper.of(CourseMapping.class))
                .findOne());
    }

    List<CourseMapping> page(MappingFilter filter, PageRequest page) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + """
                                WHERE id > :after
                                  AND (CAST(:callerProviderId AS uuid) IS NULL OR provider_id = :callerProviderId)
                                  AND (CAST(:providerId AS uuid) IS NULL OR provider_id = :providerId)
                                  AND (CAST(:courseCode AS text) IS NULL OR course_code = :courseCode)
                                  AND (CAST(:competencyId AS uuid) IS NULL
                                      OR competency_ids @> ARRAY[CAST(:competencyId AS uuid)])
                                  AND (CAST(:on AS date) IS NULL OR (valid_from <= CAST(:on AS date)
                                      AND (valid_to IS NULL OR valid_to >= CAST(:on AS date))))
                                ORDER BY id LIMIT :rows
                                """)
                .bind("after", page.afterId())
                .bind("rows", page.rows())
                .bindMethods(filter)
                .map(RecordMapper.of(CourseMapping.class))
                .list());
    }

    @Transactional
    void insert(CourseMapping mapping) {
        jdbi.useHandle(h -> {
            requireNew(h, mapping);
            h.createUpdate("""
                            INSERT INTO course_mapping
                                (id, provider_id, course_code, competency_ids, valid_from, valid_to, version)
                            VALUES (:id, :providerId, :courseCode, :competencies, :validFrom, :validTo, :version)
                            """)
                    .bindMethods(mapping)
                    .bindArray("competencies", UUID.class, mapping.competencyIds())
                    .execute();
        });
    }

    /** Writes the next version; false when somebody else was faster. */
    @Transactional
    boolean update(CourseMapping next) {
        return jdbi.withHandle(h -> {
            requireNew(h, next);
            int updated = h.createUpdate("""
                            UPDATE course_mapping SET course_code = :courseCode, competency_ids = :competencies,
                                valid_from = :validFrom, valid_to = :validTo, version = :version
                            WHERE id = :id AND version = :version - 1
                            """)
                    .bindMethods(next)
                    .bindArray("competencies", UUID.class, next.competencyIds())
                    .execute();
            return updated == 1;
        });
    }

    /** False when somebody else was faster. */
    boolean delete(CourseMapping mapping) {
        return jdbi.withHandle(h -> h.createUpdate("DELETE FROM course_mapping WHERE id = :id AND version = :version")
                        .bindMethods(mapping)
                        .execute())
                == 1;
    }

    /** Mappings of one course are entered one after the other, so that two equal ones that arrive together are not both new. */
    private static void requireNew(Handle h, CourseMapping mapping) {
        h.createQuery("""
                        SELECT count(pg_advisory_xact_lock(
                            hashtextextended('course-mapping:' || :providerId || ':' || :courseCode, 0)))
                        """).bindMethods(mapping).mapTo(Long.class).one();
        boolean exists = h.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM course_mapping
                            WHERE provider_id = :providerId AND course_code = :courseCode AND id <> :id
                              AND competency_ids @> :competencies AND competency_ids <@ :competencies
                              AND valid_from = :validFrom AND valid_to IS NOT DISTINCT FROM CAST(:validTo AS date))
                        """)
                .bindMethods(mapping)
                .bindArray("competencies", UUID.class, mapping.competencyIds())
                .mapTo(Boolean.class)
                .one();
        if (exists) {
            throw new MappingExists();
        }
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("required").getArray());
    }

    /** A course of a provider on the day of a completion. */
    public record CourseOn(UUID providerId, String courseCode, LocalDate completedOn) {}
}
