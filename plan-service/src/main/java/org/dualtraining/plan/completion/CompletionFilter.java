package org.dualtraining.plan.completion;

import java.time.Instant;
import java.util.UUID;
import org.dualtraining.plan.completionsource.CompletionIds;
import org.jspecify.annotations.Nullable;

/** What a list of completions is narrowed to; null where it is not. Public, or Jdbi does not see its members. */
public record CompletionFilter(
        @Nullable UUID providerId,
        @Nullable String learnerId,
        @Nullable String courseCode,
        @Nullable Instant since) {

    /** Where the list begins in the order of ids; null where that is not narrowed. */
    public @Nullable UUID firstId() {
        return since == null ? null : CompletionIds.firstSince(since);
    }

    /** Only what is asked, so that the planner sees which index serves. */
    String conditions() {
        return (providerId == null ? "" : " AND c.provider_id = :providerId")
                + (learnerId == null ? "" : " AND c.learner_id = :learnerId")
                + (courseCode == null ? "" : " AND c.course_code = :courseCode")
                + (since == null ? "" : " AND c.id >= :firstId AND c.received_at >= :since");
    }

    /** A learner's or a course's, wherever: indexes know these by provider. */
    boolean isOfEveryProvider() {
        return providerId == null && (learnerId != null || courseCode != null);
    }
}
