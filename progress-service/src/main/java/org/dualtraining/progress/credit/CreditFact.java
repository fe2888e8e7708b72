package org.dualtraining.progress.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.Delivery;
import org.dualtraining.progress.event.EventFields;
import org.dualtraining.progress.event.Poison;
import org.dualtraining.progress.plan.PlanCompetency;
import org.jspecify.annotations.Nullable;

/**
 * A competency of a plan was completed, corrected or revoked, as plan-service said it.
 *
 * @param epoch with {@code version} the plan's: only goes up per plan, with every event
 */
public record CreditFact(
        UUID eventId,
        Kind kind,
        UUID planId,
        UUID lineId,
        UUID apprenticeId,
        UUID competencyId,
        Delivery delivery,
        Basis basis,
        LocalDate completedOn,
        @Nullable Integer rating,
        @Nullable UUID providerId,
        int epoch,
        long version,
        Instant recordedAt) {

    /** What the event says about the competency. */
    public enum Kind {
        COMPLETED,
        CORRECTED,
        REVOKED
    }

    /** What the credit rests on. */
    public enum Basis {
        COURSE_COMPLETION,
        SIGN_OFF,
        PRIOR_LEARNING
    }

    public static CreditFact from(CloudEvent event) {
        Kind kind = kindOf(event.type());
        EventFields data = event.data();
        CreditFact fact = new CreditFact(
                event.id(),
                kind,
                data.uuid("planId"),
                data.uuid("lineId"),
                data.uuid("apprenticeId"),
                data.uuid("competencyId"),
                data.oneOf(Delivery.class, "delivery"),
                data.oneOf(Basis.class, "basis"),
                data.date("completedOn"),
                data.integerOrNull("rating", 0, 4),
                data.uuidOrNull("providerId"),
                data.integer("epoch", 1, Integer.MAX_VALUE),
                data.number("version", 1, Long.MAX_VALUE),
                data.instant("recordedAt"));
        event.requireKey(fact.apprenticeId(), "apprenticeId");
        return fact;
    }

    private static Kind kindOf(String type) {
        return switch (type) {
            case "org.dualtraining.competency-completed.v1" -> Kind.COMPLETED;
            case "org.dualtraining.competency-completion-corrected.v1" -> Kind.CORRECTED;
            case "org.dualtraining.competency-completion-revoked.v1" -> Kind.REVOKED;
            default -> throw new Poison(DeadLetterClass.UNKNOWN_TYPE, "this topic has no such event type");
        };
    }

    PlanVersion at() {
        return new PlanVersion(planId, epoch, version);
    }

    PlanCompetency about() {
        return new PlanCompetency(planId, competencyId);
    }

    /** Whether the other says the same; the id and the time of an event that was written again may differ. */
    boolean saysTheSameAs(CreditFact other) {
        return withoutEnvelope().equals(other.withoutEnvelope());
    }

    private CreditFact withoutEnvelope() {
        return new CreditFact(
                planId,
                kind,
                planId,
                lineId,
                apprenticeId,
                competencyId,
                delivery,
                basis,
                completedOn,
                rating,
                providerId,
                epoch,
                version,
                Instant.EPOCH);
    }

    /** One step in a plan's life. */
    public record PlanVersion(UUID planId, int epoch, long version) {}
}
