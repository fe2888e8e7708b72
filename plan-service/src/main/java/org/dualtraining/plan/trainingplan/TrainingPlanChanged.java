package org.dualtraining.plan.trainingplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.dualtraining.plan.catalog.Delivery;
import org.jspecify.annotations.Nullable;

/** The whole plan as it is now, without personal data: contracts/events/training-plan-changed.v1. */
record TrainingPlanChanged(
        UUID planId,
        UUID apprenticeId,
        UUID employerId,
        String employerName,
        UUID frameworkId,
        int frameworkVersion,
        String frameworkTitle,
        UUID occupationId,
        String occupationTitle,
        UUID targetCertificationId,
        PlanStatus status,
        List<Line> lines,
        List<Hours> hours,
        List<PriorCredential> priorCredentials,
        int epoch,
        long version,
        Instant recordedAt) {

    static OutboxEvent event(
            TrainingPlan plan, List<Hours> hours, List<PriorCredential> priorCredentials, Instant now) {
        TrainingPlanChanged data = new TrainingPlanChanged(
                plan.id(),
                plan.apprenticeId(),
                plan.employerId(),
                plan.employerName(),
                plan.frameworkId(),
                plan.frameworkVersion(),
                plan.frameworkTitle(),
                plan.occupationId(),
                plan.occupationTitle(),
                plan.targetCertificationId(),
                plan.status(),
                plan.lines().stream().map(Line::of).toList(),
                hours,
                priorCredentials,
                plan.epoch(),
                plan.version(),
                now);
        return new OutboxEvent(
                Ids.next(),
                "training-plan-changed",
                plan.id().toString(),
                "org.dualtraining.training-plan-changed.v1",
                plan.id(),
                plan.epoch(),
                plan.version(),
                now,
                data);
    }

    /** Hours that were attested for one month, as 2026-05. */
    record Hours(Delivery delivery, String month, int hours) {}

    /** A credential that the apprentice holds from elsewhere; on which papers that rests stays here. */
    record PriorCredential(
            UUID credentialId,
            LocalDate awardedOn,
            @Nullable LocalDate expiresOn) {}

    record Line(
            UUID lineId,
            UUID competencyId,
            String competencyName,
            Delivery delivery,
            Disposition disposition,
            @Nullable UUID providerId,
            @Nullable String providerName,
            boolean core,
            @Nullable Integer minimumRating,
            @Nullable LocalDate anticipatedCompletionDate) {

        static Line of(PlanLine line) {
            return new Line(
                    line.id(),
                    line.competencyId(),
                    line.competencyName(),
                    line.delivery(),
                    line.disposition(),
                    line.terms().providerId(),
                    line.providerName(),
                    line.core(),
                    line.minimumRating(),
                    line.anticipatedCompletionDate());
        }
    }
}
