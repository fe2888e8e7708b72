package org.dualtraining.progress.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.Delivery;
import org.dualtraining.progress.event.EventFields;
import org.dualtraining.progress.event.Poison;
import org.jspecify.annotations.Nullable;

/**
 * A whole training plan as it was at (epoch, version), as plan-service said it: ids, names of competencies and
 * organisations, never of people.
 *
 * @param attested hours and prior credentials as they are kept; null when there are none
 * @param content all members as they came, for the history
 */
public record PlanSnapshot(
        UUID eventId,
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
        @Nullable String attested,
        int epoch,
        long version,
        Instant recordedAt,
        JsonNode content) {

    private static final String TYPE = "org.dualtraining.training-plan-changed.v1";
    private static final int MOST_LINES = 1_000;
    private static final int LONGEST = 4_000;

    /** What is done about a line. */
    public enum Disposition {
        TRAIN,
        PRIOR,
        EXCLUDED
    }

    /** One competency of the plan, in form order. */
    public record Line(
            UUID lineId,
            UUID competencyId,
            String competencyName,
            Delivery delivery,
            Disposition disposition,
            @Nullable UUID providerId,
            @Nullable String providerName,
            @Nullable LocalDate anticipatedCompletionDate) {

        private static Line from(EventFields line) {
            return new Line(
                    line.uuid("lineId"),
                    line.uuid("competencyId"),
                    line.text("competencyName", LONGEST),
                    line.oneOf(Delivery.class, "delivery"),
                    line.oneOf(Disposition.class, "disposition"),
                    line.uuidOrNull("providerId"),
                    line.textOrNull("providerName", LONGEST),
                    line.dateOrNull("anticipatedCompletionDate"));
        }
    }

    public static PlanSnapshot from(CloudEvent event) {
        if (!event.type().equals(TYPE)) {
            throw new Poison(DeadLetterClass.UNKNOWN_TYPE, "this topic has no such event type");
        }
        EventFields data = event.data();
        PlanSnapshot snapshot = new PlanSnapshot(
                event.id(),
                data.uuid("planId"),
                data.uuid("apprenticeId"),
                data.uuid("employerId"),
                data.text("employerName", LONGEST),
                data.uuid("frameworkId"),
                data.integer("frameworkVersion", 1, Integer.MAX_VALUE),
                data.text("frameworkTitle", LONGEST),
                data.uuid("occupationId"),
                data.text("occupationTitle", LONGEST),
                data.uuid("targetCertificationId"),
                data.oneOf(PlanStatus.class, "status"),
                data.list("lines", MOST_LINES).stream().map(Line::from).toList(),
                AttestedMembers.read(event.id(), data),
                data.integer("epoch", 1, Integer.MAX_VALUE),
                data.number("version", 1, Long.MAX_VALUE),
                data.instant("recordedAt"),
                data.all());
        event.requireKey(snapshot.planId(), "planId");
        if (snapshot.lines().stream().map(Line::competencyId).distinct().count()
                < snapshot.lines().size()) {
            throw new Poison(DeadLetterClass.SCHEMA, "/lines: must name each competency once");
        }
        return snapshot;
    }
}
