package org.dualtraining.progress.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.progress.event.Delivery;
import org.dualtraining.progress.plan.PlanSnapshot.Disposition;
import org.dualtraining.progress.plan.ProgressView.LineState;
import org.jspecify.annotations.Nullable;

/**
 * A competency of a plan with the latest word on it: a row of table {@code plan_line}, as far as it decides anything.
 *
 * @param isOnPlan false for a credit of a competency that the plan does not have (any more): a rule may ask for it
 * @param delivery null for a competency that the plan does not have, of which nothing is known that a plan says
 * @param completedOn the day of the latest word, also of a revoked credit, which stays so that older news is known as stale
 * @param creditEpoch with {@code creditVersion} the plan's at the latest word; both 0 while there is none
 */
public record PlanLine(
        UUID planId,
        UUID competencyId,
        boolean isOnPlan,
        @Nullable Delivery delivery,
        Disposition disposition,
        @Nullable UUID providerId,
        @Nullable LocalDate anticipatedCompletionDate,
        LineState state,
        @Nullable LocalDate completedOn,
        @Nullable Integer rating,
        @Nullable UUID eventId,
        int creditEpoch,
        long creditVersion,
        @Nullable Instant creditRecordedAt) {

    /** A competency that the plan does not have, before anything was credited. */
    public static PlanLine offPlan(UUID planId, UUID competencyId) {
        return new PlanLine(
                planId,
                competencyId,
                false,
                null,
                Disposition.TRAIN,
                null,
                null,
                LineState.OPEN,
                null,
                null,
                null,
                0,
                0,
                null);
    }

    /** The same line after a later word on it. */
    public PlanLine with(
            LineState newState,
            LocalDate day,
            @Nullable Integer newRating,
            UUID event,
            int epoch,
            long version,
            Instant recordedAt) {
        return new PlanLine(
                planId,
                competencyId,
                isOnPlan,
                delivery,
                disposition,
                providerId,
                anticipatedCompletionDate,
                newState,
                day,
                newRating,
                event,
                epoch,
                version,
                recordedAt);
    }

    public boolean isCredited() {
        return state == LineState.CREDITED;
    }

    /** Whether it is part of the plan's total: excluded lines never lower a percentage. */
    public boolean counts() {
        return isOnPlan && disposition != Disposition.EXCLUDED;
    }

    /** Whether it is or will be overdue, on a plan in that status. */
    boolean isDue(PlanStatus status) {
        return status == PlanStatus.ACTIVE && counts() && !isCredited() && anticipatedCompletionDate != null;
    }

    /** Versions only go up. */
    public boolean isOlderThan(int epoch, long version) {
        return creditEpoch != epoch ? creditEpoch < epoch : creditVersion < version;
    }

    LineStanding standing() {
        return new LineStanding(competencyId, providerId, counts(), isCredited(), isCredited() ? completedOn : null);
    }
}
