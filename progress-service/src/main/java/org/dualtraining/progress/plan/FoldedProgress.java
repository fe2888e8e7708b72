package org.dualtraining.progress.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.event.Delivery;
import org.dualtraining.progress.history.FoldedCredit;
import org.dualtraining.progress.history.FoldedPlan;
import org.dualtraining.progress.history.Moment;
import org.dualtraining.progress.plan.PlanSnapshot.Disposition;
import org.dualtraining.progress.plan.ProgressView.LineState;
import org.dualtraining.progress.plan.ProgressView.LineView;
import org.jspecify.annotations.Nullable;

/** How far a plan had come, as it was known. */
record FoldedProgress(FoldedPlan plan, Moment moment) {

    ProgressView view() {
        List<LineView> lines = lines();
        ProgressRow row = new ProgressRow(
                plan.planId(),
                plan.apprenticeId(),
                PlanStatus.valueOf(plan.status()),
                count(lines, Delivery.RELATED_INSTRUCTION, false),
                count(lines, Delivery.RELATED_INSTRUCTION, true),
                count(lines, Delivery.ON_THE_JOB, false),
                count(lines, Delivery.ON_THE_JOB, true),
                plan.version(),
                moment.knownAt());
        return row.view(lines, moment.asOf(), moment.asOf());
    }

    private static int count(List<LineView> lines, Delivery delivery, boolean credited) {
        return (int) lines.stream()
                .filter(line -> line.disposition() != Disposition.EXCLUDED && line.delivery() == delivery)
                .filter(line -> !credited || line.state() == LineState.CREDITED)
                .count();
    }

    private List<LineView> lines() {
        List<LineView> lines = new ArrayList<>();
        for (JsonNode line : plan.snapshot().path("lines")) {
            lines.add(view(line));
        }
        return lines;
    }

    private LineView view(JsonNode line) {
        UUID competency = UUID.fromString(line.path("competencyId").asText());
        FoldedCredit credit = plan.credits().get(competency);
        boolean isHeld = credit != null && credit.isHeldOn(moment.asOf());
        boolean isRevoked = credit != null && credit.isRevoked();
        return new LineView(
                UUID.fromString(line.path("lineId").asText()),
                competency,
                line.path("competencyName").asText(),
                Delivery.valueOf(line.path("delivery").asText()),
                Disposition.valueOf(line.path("disposition").asText()),
                isHeld ? LineState.CREDITED : isRevoked ? LineState.REVOKED : LineState.OPEN,
                isHeld && credit != null ? credit.completedOn() : null,
                (isHeld || isRevoked) && credit != null ? credit.eventId() : null,
                date(line.path("anticipatedCompletionDate")));
    }

    private static @Nullable LocalDate date(JsonNode day) {
        return day.isTextual() ? LocalDate.parse(day.asText()) : null;
    }
}
