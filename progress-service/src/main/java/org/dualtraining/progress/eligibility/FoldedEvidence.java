package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.history.FoldedPlan;

/** What a plan held and how it called it, as it was known. */
record FoldedEvidence(FoldedPlan plan) {

    ReviewedPlan reviewed() {
        return new ReviewedPlan(
                plan.planId(),
                plan.apprenticeId(),
                plan.employerId(),
                plan.frameworkId(),
                plan.targetCertificationId(),
                plan.status().equals("CANCELLED"),
                plan.credits().size(),
                plan.version());
    }

    Held held() {
        Map<UUID, HeldCredit> credits = new HashMap<>();
        plan.credits().values().stream()
                .filter(credit -> !credit.isRevoked())
                .forEach(credit -> credits.put(
                        credit.competencyId(),
                        new HeldCredit(
                                plan.planId(),
                                credit.competencyId(),
                                credit.rating(),
                                credit.completedOn(),
                                credit.eventId())));
        return new Held(credits, Attested.read(plan.eventId(), plan.snapshot()));
    }

    List<PlannedLine> lines() {
        List<PlannedLine> lines = new ArrayList<>();
        for (JsonNode line : plan.snapshot().path("lines")) {
            JsonNode anticipated = line.path("anticipatedCompletionDate");
            lines.add(new PlannedLine(
                    UUID.fromString(line.path("competencyId").asText()),
                    line.path("competencyName").asText(),
                    line.path("disposition").asText().equals("EXCLUDED"),
                    anticipated.isTextual() ? LocalDate.parse(anticipated.asText()) : null));
        }
        return lines;
    }
}
