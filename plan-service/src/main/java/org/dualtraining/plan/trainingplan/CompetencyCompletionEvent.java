package org.dualtraining.plan.trainingplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.dualtraining.plan.catalog.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * The data of the three events on topic {@code competency-completed}: contracts/events/competency-completed.v1 and its
 * two companions.
 *
 * @param corrects the event whose data this replaces; only on a correction
 * @param revokes the event that is taken back; only on a revocation
 * @param reason a code, never text that a person wrote; only on a revocation
 */
record CompetencyCompletionEvent(
        UUID planId,
        UUID lineId,
        UUID apprenticeId,
        UUID competencyId,
        UUID frameworkId,
        int frameworkVersion,
        Delivery delivery,
        Basis basis,
        LocalDate completedOn,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer rating,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable UUID providerId,
        EvidenceReference evidence,
        int epoch,
        long version,
        Instant recordedAt,
        @Nullable UUID corrects,
        @Nullable UUID revokes,
        @Nullable String reason) {

    static final String TOPIC = "competency-completed";
    static final String COMPLETED = "org.dualtraining.competency-completed.v1";
    static final String CORRECTED = "org.dualtraining.competency-completion-corrected.v1";
    static final String REVOKED = "org.dualtraining.competency-completion-revoked.v1";

    /** Why a credit went away, as consumers see it. Free text of a college never leaves this service. */
    private static final String EVIDENCE_WITHDRAWN = "EVIDENCE_WITHDRAWN";

    /**
     * Says what became of a line, at the plan's version.
     *
     * @param about the event that a correction or revocation is about
     */
    static OutboxEvent of(
            UUID eventId,
            String type,
            TrainingPlan plan,
            PlanLine line,
            LineCredit credit,
            @Nullable UUID about,
            Instant now) {
        boolean isRevoked = type.equals(REVOKED);
        CompetencyCompletionEvent data = new CompetencyCompletionEvent(
                plan.id(),
                line.id(),
                plan.apprenticeId(),
                line.competencyId(),
                plan.frameworkId(),
                plan.frameworkVersion(),
                line.delivery(),
                credit.basis(),
                credit.completedOn(),
                credit.rating(),
                credit.providerId(),
                new EvidenceReference(credit.basis(), credit.reference()),
                plan.epoch(),
                plan.version(),
                now,
                type.equals(CORRECTED) ? about : null,
                isRevoked ? about : null,
                isRevoked ? EVIDENCE_WITHDRAWN : null);
        return new OutboxEvent(
                eventId,
                TOPIC,
                plan.apprenticeId().toString(),
                type,
                plan.id(),
                plan.epoch(),
                plan.version(),
                now,
                data);
    }

    /** What completed the competency, in this service. */
    record EvidenceReference(Basis kind, UUID reference) {}
}
