package org.dualtraining.plan.completion;

import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.jspecify.annotations.Nullable;

/** Which of the parked completions are meant; null where it does not matter. Another party's are none. */
public record ParkedFilter(
        @Nullable UUID callerProviderId,
        @Nullable UUID providerId,
        @Nullable ParkedReason reason,
        @Nullable String courseCode,
        @Nullable String learnerId) {

    static ParkedFilter of(
            Caller caller,
            @Nullable UUID providerId,
            @Nullable ParkedReason reason,
            @Nullable String courseCode,
            @Nullable String learnerId) {
        return new ParkedFilter(caller.onlyProvider().orElse(null), providerId, reason, courseCode, learnerId);
    }

    /** Only what is asked, so that the planner sees which index serves. */
    String conditions() {
        return (callerProviderId == null ? "" : " AND c.provider_id = :callerProviderId")
                + (providerId == null ? "" : " AND c.provider_id = :providerId")
                + (reason == null ? "" : " AND c.parked_reason = :reason")
                + (courseCode == null ? "" : " AND c.course_code = :courseCode")
                + (learnerId == null ? "" : " AND c.learner_id = :learnerId");
    }

    /** The same for the mappings that could release them. */
    String mappingConditions() {
        return (callerProviderId == null ? "" : " AND m.provider_id = :callerProviderId")
                + (providerId == null ? "" : " AND m.provider_id = :providerId")
                + (courseCode == null ? "" : " AND m.course_code = :courseCode");
    }
}
