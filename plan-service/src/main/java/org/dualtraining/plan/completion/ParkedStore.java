package org.dualtraining.plan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.plan.parked.WaitingCompletions;
import org.jdbi.v3.core.Jdbi;

/** The completions that wait for a learner id or a mapping. */
@ApplicationScoped
class ParkedStore {

    private final Jdbi jdbi;

    @Inject
    ParkedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<CourseCompletion> page(ParkedFilter filter, PageRequest page) {
        return jdbi.withHandle(h -> h.createQuery(CompletionStore.COLUMNS
                        + " WHERE c.state = 'PARKED' AND c.id > :after" + filter.conditions()
                        + " ORDER BY c.id LIMIT :rows")
                .bind("after", page.afterId())
                .bind("rows", page.rows())
                .bindMethods(filter)
                .map(RecordMapper.of(CourseCompletion.class))
                .list());
    }

    /**
     * Up to {@code most} completions of which a replay would make something else: those of learners that are known by now,
     * and those of courses that are mapped by now. Twice the same one where two mappings release it. Driven by the
     * mappings and by the index of unknown learners, so that it does not matter how many others wait.
     */
    List<UUID> releasable(ParkedFilter filter, int most) {
        return jdbi.withHandle(h -> h.createQuery("""
                        (SELECT c.id FROM course_completion c
                            JOIN learner_id l ON l.provider_id = c.provider_id AND l.learner_id = c.learner_id
                            WHERE c.state = 'PARKED' AND c.parked_reason = 'UNKNOWN_LEARNER' %1$s LIMIT :most)
                        UNION ALL
                        (SELECT released.id FROM course_mapping m CROSS JOIN LATERAL (
                                SELECT c.id FROM course_completion c
                                WHERE c.state = 'PARKED' AND c.parked_reason = 'UNMAPPED_COURSE'
                                  AND c.provider_id = m.provider_id AND c.course_code = m.course_code
                                  AND c.completed_on >= m.valid_from
                                  AND c.completed_on <= coalesce(m.valid_to, 'infinity') %1$s
                                LIMIT :most) AS released
                            WHERE true %2$s LIMIT :most)
                        LIMIT :most
                        """.formatted(filter.conditions(), filter.mappingConditions()))
                .bind("most", most)
                .bindMethods(filter)
                .mapTo(UUID.class)
                .list());
    }

    /** Those of these that are parked now. */
    List<CourseCompletion> among(Collection<UUID> ids) {
        return jdbi.withHandle(
                h -> h.createQuery(CompletionStore.COLUMNS + " WHERE c.id = ANY (:ids) AND c.state = 'PARKED'")
                        .bindArray("ids", UUID.class, ids.toArray())
                        .map(RecordMapper.of(CourseCompletion.class))
                        .list());
    }

    /** How many wait; {@link WaitingCompletions#MOST} means that many or more. */
    int count(ParkedFilter filter) {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM (SELECT 1 FROM course_completion c"
                        + " WHERE c.state = 'PARKED'" + filter.conditions() + " LIMIT :most) AS waiting")
                .bind("most", WaitingCompletions.MOST)
                .bindMethods(filter)
                .mapTo(Integer.class)
                .one());
    }
}
