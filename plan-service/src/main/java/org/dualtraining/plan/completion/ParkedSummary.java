package org.dualtraining.plan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.problem.Malformed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What is missing, by how much waits for it: the mapping or learner id that would release most comes first. */
@ApplicationScoped
class ParkedSummary {

    private static final String FIRST = Long.MIN_VALUE + " " + new UUID(0, 0) + "  ";

    private final Jdbi jdbi;

    @Inject
    ParkedSummary(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<Missing> page(ParkedFilter filter, PageRequest page) {
        After after = After.of(page.after(FIRST));
        List<Missing> rows = jdbi.withHandle(h -> h.createQuery("""
                        SELECT provider_id, reason, course_code, learner_id, completions, since FROM (
                            SELECT c.provider_id, 'UNMAPPED_COURSE' AS reason, c.course_code,
                                CAST(NULL AS text) AS learner_id, count(*) AS completions,
                                min(c.received_at) AS since, c.course_code AS missing
                            FROM course_completion c
                            WHERE c.state = 'PARKED' AND c.parked_reason = 'UNMAPPED_COURSE' %1$s
                            GROUP BY c.provider_id, c.course_code
                            UNION ALL
                            SELECT c.provider_id, 'UNKNOWN_LEARNER', NULL, c.learner_id, count(*), min(c.received_at),
                                c.learner_id
                            FROM course_completion c
                            WHERE c.state = 'PARKED' AND c.parked_reason = 'UNKNOWN_LEARNER' %1$s
                            GROUP BY c.provider_id, c.learner_id) AS waiting
                        WHERE (-completions, provider_id, reason, missing)
                            > (:fewer, :provider, :afterReason, :missing)
                        ORDER BY -completions, provider_id, reason, missing LIMIT :rows
                        """.formatted(filter.conditions()))
                .bindMethods(filter)
                .bind("fewer", after.fewer())
                .bind("provider", after.providerId())
                .bind("afterReason", after.reason())
                .bind("missing", after.missing())
                .bind("rows", page.rows())
                .map(RecordMapper.of(Missing.class))
                .list());
        return Page.of(rows, page, Missing::key);
    }

    /** What was missing when so many completions were parked. */
    @Schema(name = "MissingForCompletions")
    public record Missing(
            UUID providerId,
            ParkedReason reason,

            @Schema(description = "with UNMAPPED_COURSE: the course that needs a mapping") @Nullable
            String courseCode,

            @Schema(description = "with UNKNOWN_LEARNER: the learner id that nobody has") @Nullable
            String learnerId,

            @Schema(description = "how many completions wait for it")
            long completions,

            @Schema(description = "when the first of them was received")
            Instant since) {

        String key() {
            return -completions + " " + providerId + " " + reason + " " + (courseCode == null ? learnerId : courseCode);
        }
    }

    /** The place in the order after which a page begins. */
    private record After(long fewer, UUID providerId, String reason, String missing) {

        static After of(String key) {
            String[] parts = key.split(" ", 4);
            try {
                return new After(Long.parseLong(parts[0]), UUID.fromString(parts[1]), parts[2], parts[3]);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new Malformed("cursor", "must be the `next` of an earlier page, unchanged");
            }
        }
    }
}
