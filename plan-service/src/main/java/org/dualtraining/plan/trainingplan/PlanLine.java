package org.dualtraining.plan.trainingplan;

import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.catalog.PublishedFramework.PublishedCompetency;
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

    /** A line of a competency that nothing credits yet. */
    public static PlanLine open(UUID planId, int ordinal, PublishedCompetency competency, LineTerms terms) {
        LineTerms complete = terms.withDefaults(competency.delivery());
        return new PlanLine(
                Ids.next(),
                planId,
                ordinal,
                competency.id(),
                competency.name(),
                competency.core(),
                minimumRating(competency.core(), complete.deliveryOrDefault()),
                complete,
                null,
                LineState.OPEN,
                null,
                null);
    }

    /** With other terms. The minimum changes with the delivery only: an upgrade may have left a line a lower one. */
    public PlanLine with(LineTerms next) {
        boolean isMoved = next.deliveryOrDefault() != delivery();
        return copy(
                ordinal,
                competencyName,
                core,
                isMoved ? minimumRating(core, next.deliveryOrDefault()) : minimumRating,
                next,
                state,
                credit,
                creditEventId);
    }

    /**
     * As a newer version of the framework names and marks its competency. A line that is finished keeps the minimum
     * rating that it was finished under, so that no credit is lost or moves to another day.
     */
    public PlanLine upgraded(PublishedCompetency competency, boolean isFinished) {
        return copy(
                ordinal,
                competency.name(),
                competency.core(),
                isFinished ? minimumRating : minimumRating(competency.core(), delivery()),
                terms,
                state,
                credit,
                creditEventId);
    }

    PlanLine at(int place) {
        return copy(place, competencyName, core, minimumRating, terms, state, credit, creditEventId);
    }

    /** An equal line of another plan, which nothing credits yet. */
    PlanLine equalIn(UUID otherPlanId) {
        return new PlanLine(
                Ids.next(),
                otherPlanId,
                ordinal,
                competencyId,
                competencyName,
                core,
                minimumRating,
                terms,
                providerName,
                LineState.OPEN,
                null,
                null);
    }

    PlanLine credited(LineCredit next, UUID eventId) {
        return copy(ordinal, competencyName, core, minimumRating, terms, LineState.CREDITED, next, eventId);
    }

    PlanLine revoked(UUID eventId) {
        return copy(ordinal, competencyName, core, minimumRating, terms, LineState.REVOKED, null, eventId);
    }

    private PlanLine copy(
            int place,
            String name,
            boolean isCore,
            @Nullable Integer minimum,
            LineTerms nextTerms,
            LineState nextState,
            @Nullable LineCredit nextCredit,
            @Nullable UUID eventId) {
        return new PlanLine(
                id,
                planId,
                place,
                competencyId,
                name,
                isCore,
                minimum,
                nextTerms,
                providerName,
                nextState,
                nextCredit,
                eventId);
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
