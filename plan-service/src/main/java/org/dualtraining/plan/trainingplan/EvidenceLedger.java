package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The dated facts from which credits are derived. Withdrawn ones stay, with the time they were withdrawn. */
@ApplicationScoped
public class EvidenceLedger {

    private static final String COLUMNS = """
            SELECT e.id, e.apprentice_id, e.competency_id, e.line_id, e.basis, e.reference, e.provider_id, e.course_code,
                e.required_courses, e.completed_on, e.rating
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    EvidenceLedger(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public void record(Collection<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    INSERT INTO evidence (id, apprentice_id, competency_id, line_id, basis, reference, provider_id,
                        course_code, required_courses, completed_on, rating, recorded_at)
                    VALUES (:id, :apprenticeId, :competencyId, :lineId, :basis, :reference, :providerId,
                        :courseCode, :courses, :completedOn, :rating, :recordedAt)
                    """);
            for (Evidence e : evidence) {
                batch.bindMethods(e)
                        .bindArray("courses", String.class, e.requiredCourses())
                        .bind("recordedAt", clock.instant())
                        .add();
            }
            batch.execute();
        });
    }

    /** Evidence that rests on an older reference rests on a newer one too, for the competencies that it was for then. */
    public void carryOver(Collection<CarriedEvidence> carried) {
        if (carried.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    INSERT INTO evidence (id, apprentice_id, competency_id, line_id, basis, reference, provider_id,
                        course_code, required_courses, completed_on, rating, recorded_at)
                    SELECT gen_random_uuid(), apprentice_id, competency_id, line_id, basis, :newer, provider_id,
                        course_code, required_courses, :completedOn, rating, :recordedAt
                    FROM evidence WHERE reference = :older AND withdrawn_at IS NULL
                    """);
            for (CarriedEvidence one : carried) {
                batch.bindMethods(one).bind("recordedAt", clock.instant()).add();
            }
            batch.execute();
        });
    }

    /**
     * Takes back what rests on these course completions, sign-offs or prior learnings.
     *
     * @return whose competencies lose evidence by it
     */
    public Set<TouchedCompetency> withdraw(Collection<UUID> references) {
        if (references.isEmpty()) {
            return Set.of();
        }
        return jdbi.withHandle(h -> h.createQuery("""
                        UPDATE evidence SET withdrawn_at = :now
                        WHERE reference = ANY (:references) AND withdrawn_at IS NULL
                        RETURNING apprentice_id, competency_id
                        """)
                .bind("now", clock.instant())
                .bindArray("references", UUID.class, references.toArray())
                .map(RecordMapper.of(TouchedCompetency.class))
                .set());
    }

    /**
     * Whose competencies these course completions may credit. One is superfluous while an earlier completion of the same
     * course, for the same set of courses, is in force: the decision takes the earliest of each course.
     */
    Set<TouchedCompetency> notSuperfluous(Collection<Evidence> completions) {
        if (completions.isEmpty()) {
            return Set.of();
        }
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT DISTINCT n.apprentice_id, n.competency_id FROM evidence n
                        WHERE n.id = ANY (:ids) AND NOT EXISTS (SELECT 1 FROM evidence e
                            WHERE e.apprentice_id = n.apprentice_id AND e.competency_id = n.competency_id
                              AND e.withdrawn_at IS NULL AND e.basis = 'COURSE_COMPLETION'
                              AND e.provider_id = n.provider_id AND e.course_code = n.course_code
                              AND e.required_courses = n.required_courses
                              AND (e.completed_on, e.reference) < (n.completed_on, n.reference))
                        """)
                .bindArray(
                        "ids",
                        UUID.class,
                        completions.stream().map(Evidence::id).toArray())
                .map(RecordMapper.of(TouchedCompetency.class))
                .set());
    }

    List<Evidence> inForce(Collection<UUID> apprenticeIds) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + """
                        FROM evidence e WHERE e.apprentice_id = ANY (:apprentices) AND e.withdrawn_at IS NULL
                        """)
                .bindArray("apprentices", UUID.class, apprenticeIds.toArray())
                .map(EvidenceLedger::evidence)
                .list());
    }

    List<Evidence> inForceOf(Set<TouchedCompetency> touched) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + """
                        FROM unnest(:apprentices, :competencies) AS t (apprentice_id, competency_id)
                        JOIN evidence e USING (apprentice_id, competency_id) WHERE e.withdrawn_at IS NULL
                        """)
                .bindArray(
                        "apprentices",
                        UUID.class,
                        touched.stream().map(TouchedCompetency::apprenticeId).toArray())
                .bindArray(
                        "competencies",
                        UUID.class,
                        touched.stream().map(TouchedCompetency::competencyId).toArray())
                .map(EvidenceLedger::evidence)
                .list());
    }

    /** Those of the lines that evidence of prior learning in force is for. */
    Set<UUID> withPriorLearning(Collection<UUID> lineIds) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT line_id FROM evidence
                        WHERE line_id = ANY (:lines) AND basis = 'PRIOR_LEARNING' AND withdrawn_at IS NULL
                        """)
                .bindArray("lines", UUID.class, lineIds.toArray())
                .mapTo(UUID.class)
                .set());
    }

    private static Evidence evidence(ResultSet row, StatementContext context) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                row.getObject("apprentice_id", UUID.class),
                row.getObject("competency_id", UUID.class),
                row.getObject("line_id", UUID.class),
                Basis.valueOf(row.getString("basis")),
                row.getObject("reference", UUID.class),
                row.getObject("provider_id", UUID.class),
                row.getString("course_code"),
                Arrays.asList((String[]) row.getArray("required_courses").getArray()),
                row.getObject("completed_on", LocalDate.class),
                nullable(row.getObject("rating")));
    }

    private static @Nullable Integer nullable(@Nullable Object number) {
        return (Integer) number;
    }
}
