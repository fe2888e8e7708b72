package org.dualtraining.plan.trainingplan;

import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.plan.catalog.Delivery;
import org.jspecify.annotations.Nullable;

/** One competency of a plan: the state form's row. */
public record PlanLine(
        UUID id,
        UUID planId,
        int ordinal,
        UUID competencyId,
        String competencyName,
        boolean core,
        @Nullable Integer minimumRating,
        LineTerms terms,
        @Nullable String providerName,
        LineState state,
        @Nullable LineCredit credit,
        @Nullable UUID creditEventId) {

    public Delivery delivery() {
        return terms.deliveryOrDefault();
    }

    public Disposition disposition() {
        return terms.dispositionOrDefault();
    }

    PlanLine with(LineTerms next) {
        return new PlanLine(
                id,
                planId,
                ordinal,
                competencyId,
                competencyName,
                core,
                ratingFor(next),
                next,
                null,
                state,
                credit,
                creditEventId);
    }

    PlanLine credited(LineCredit next, UUID eventId) {
        return new PlanLine(
                id,
                planId,
                ordinal,
                competencyId,
                competencyName,
                core,
                minimumRating,
                terms,
                providerName,
                LineState.CREDITED,
                next,
                eventId);
    }

    PlanLine revoked(UUID eventId) {
        return new PlanLine(
                id,
                planId,
                ordinal,
                competencyId,
                competencyName,
                core,
                minimumRating,
                terms,
                providerName,
                LineState.REVOKED,
                null,
                eventId);
    }

    private @Nullable Integer ratingFor(LineTerms next) {
        return minimumRating(core, next.deliveryOrDefault());
    }

    /** Core competencies on the job need 3 or 4 of 4 (DOL National Occupational Framework); a course is not rated. */
    static @Nullable Integer minimumRating(boolean core, Delivery delivery) {
        return core && delivery == Delivery.ON_THE_JOB ? 3 : null;
    }

    @Nullable
    LocalDate anticipatedCompletionDate() {
        return terms.anticipatedCompletionDate();
    }
}
