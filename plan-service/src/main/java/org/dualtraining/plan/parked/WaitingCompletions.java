package org.dualtraining.plan.parked;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts, up to a bound, what a replay would accept once something is known. */
@ApplicationScoped
public class WaitingCompletions {

    /** A count that reaches it means: this many or more. Counting on would only make a slow answer. */
    public static final int MOST = 10_000;

    private final Jdbi jdbi;

    @Inject
    WaitingCompletions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many of known learners wait for a mapping of this course on one of these days. */
    public int ofCourse(UUID providerId, String courseCode, LocalDate from, @Nullable LocalDate to) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT count(*) FROM (
                            SELECT 1 FROM course_completion
                            WHERE state = 'PARKED' AND parked_reason = 'UNMAPPED_COURSE' AND provider_id = :provider
                              AND course_code = :course AND completed_on >= :from
                              AND completed_on <= coalesce(CAST(:to AS date), 'infinity')
                            LIMIT :most) AS waiting
                        """)
                .bind("provider", providerId)
                .bind("course", courseCode)
                .bind("from", from)
                .bind("to", to)
                .bind("most", MOST)
                .mapTo(Integer.class)
                .one());
    }

    /** How many of mapped courses wait for this learner id. */
    public int ofLearner(UUID providerId, String learnerId) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT count(*) FROM (
                            SELECT 1 FROM course_completion c
                            WHERE c.state = 'PARKED' AND c.parked_reason = 'UNKNOWN_LEARNER'
                              AND c.provider_id = :provider AND c.learner_id = :learner
                              AND EXISTS (SELECT 1 FROM course_mapping m
                                  WHERE m.provider_id = c.provider_id AND m.course_code = c.course_code
                                    AND m.valid_from <= c.completed_on
                                    AND (m.valid_to IS NULL OR m.valid_to >= c.completed_on))
                            LIMIT :most) AS waiting
                        """)
                .bind("provider", providerId)
                .bind("learner", learnerId)
                .bind("most", MOST)
                .mapTo(Integer.class)
                .one());
    }
}
