package org.dualtraining.plan.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.plan.apprentice.LearnerId;
import org.dualtraining.plan.coursemapping.CourseMappings.CourseOn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version of a provider's record, as it was received, and what became of it. */
@Schema(name = "ReceivedCourseCompletion")
public record CourseCompletion(
        UUID id,
        UUID providerId,
        String sourceRecordId,
        long sourceRecordVersion,
        String learnerId,

        @Schema(
                description =
                        "whose completion it was when it was accepted; absent for one that was never accepted, also when"
                                + " its learner id is known by now")
        @Nullable
        UUID apprenticeId,

        String courseCode,
        LocalDate completedOn,
        @Nullable String grade,

        @Schema(description = "what the provider said; absent where it left the decision to the grade") @Nullable
        Boolean statedPassed,

        boolean passed,
        @Nullable String evidenceUrl,
        CompletionState state,

        @Schema(description = "what it waits for, while it is parked") @Nullable
        ParkedReason parkedReason,

        Instant receivedAt,
        @Nullable Instant revokedAt,
        @Nullable String revocationReason) {

    SourceRecord sourceRecord() {
        return new SourceRecord(providerId, sourceRecordId);
    }

    LearnerId learner() {
        return new LearnerId(providerId, learnerId);
    }

    CourseOn course() {
        return new CourseOn(providerId, courseCode, completedOn);
    }

    /** Whether a later version, which says no other learner or course, keeps what this one evidences. */
    boolean evidencesTheSameAs(CourseCompletion other) {
        return learnerId.equals(other.learnerId) && courseCode.equals(other.courseCode) && passed && other.passed;
    }

    /** Whether the provider said the same in both, whatever the pass list makes of it. */
    boolean saysTheSameAs(CourseCompletion other) {
        return learnerId.equals(other.learnerId)
                && courseCode.equals(other.courseCode)
                && completedOn.equals(other.completedOn)
                && Objects.equals(grade, other.grade)
                && Objects.equals(statedPassed, other.statedPassed)
                && Objects.equals(evidenceUrl, other.evidenceUrl);
    }

    boolean isInForce() {
        return state == CompletionState.ACCEPTED || state == CompletionState.PARKED;
    }

    CourseCompletion accepted(UUID apprentice) {
        return with(apprentice, CompletionState.ACCEPTED, null);
    }

    CourseCompletion parked(ParkedReason reason) {
        return with(null, CompletionState.PARKED, reason);
    }

    CourseCompletion superseded() {
        return with(apprenticeId, CompletionState.SUPERSEDED, null);
    }

    private CourseCompletion with(@Nullable UUID apprentice, CompletionState nextState, @Nullable ParkedReason reason) {
        return new CourseCompletion(
                id,
                providerId,
                sourceRecordId,
                sourceRecordVersion,
                learnerId,
                apprentice,
                courseCode,
                completedOn,
                grade,
                statedPassed,
                passed,
                evidenceUrl,
                nextState,
                reason,
                receivedAt,
                revokedAt,
                revocationReason);
    }

    /** A provider's record, whatever its version. */
    record SourceRecord(UUID providerId, String sourceRecordId) implements Comparable<SourceRecord> {

        @Override
        public int compareTo(SourceRecord other) {
            int byProvider = providerId.compareTo(other.providerId);
            return byProvider != 0 ? byProvider : sourceRecordId.compareTo(other.sourceRecordId);
        }
    }
}
