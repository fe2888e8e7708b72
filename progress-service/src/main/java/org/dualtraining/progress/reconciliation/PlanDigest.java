package org.dualtraining.progress.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan stands, as plan-service says it or as it is known here.
 *
 * @param version of plan-service; 0 for what is known here
 * @param announced whether all that was said of the plan is on the topics
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PlanDigest(
        UUID planId, int epoch, long version, String status, UUID employerId, boolean announced, List<Line> lines) {

    boolean isSameVersionAs(PlanDigest other) {
        return epoch == other.epoch && version == other.version;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            UUID competencyId,
            String disposition,
            String state,
            @Nullable LocalDate completedOn,
            @Nullable Integer rating,
            @Nullable LocalDate anticipatedCompletionDate) {

        /** What a credit was before it was taken back, the two sides need not remember alike. */
        Line comparable() {
            return state.equals("CREDITED")
                    ? this
                    : new Line(competencyId, disposition, state, null, null, anticipatedCompletionDate);
        }
    }
}
