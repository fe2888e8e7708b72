package org.dualtraining.progress.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A plan as it was known: its latest snapshot, and of each competency the latest word in the snapshot's epoch.
 *
 * @param eventId the snapshot's
 * @param credits by competency, revoked ones too
 */
public record FoldedPlan(
        UUID planId,
        UUID apprenticeId,
        UUID employerId,
        UUID frameworkId,
        UUID targetCertificationId,
        String status,
        UUID eventId,
        int epoch,
        long version,
        JsonNode snapshot,
        Map<UUID, FoldedCredit> credits) {

    static FoldedPlan of(
            UUID planId, UUID eventId, int epoch, long version, JsonNode snapshot, Map<UUID, FoldedCredit> credits) {
        return new FoldedPlan(
                planId,
                id(snapshot, "apprenticeId"),
                id(snapshot, "employerId"),
                id(snapshot, "frameworkId"),
                id(snapshot, "targetCertificationId"),
                snapshot.path("status").asText(),
                eventId,
                epoch,
                version,
                snapshot,
                credits);
    }

    /** Names the facts that it is made of: two folds of the same facts have the same. */
    public String facts() {
        return planId + ":" + epoch + "." + version
                + credits.values().stream()
                        .map(FoldedCredit::version)
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", ":", ""));
    }

    private static UUID id(JsonNode snapshot, String member) {
        return UUID.fromString(snapshot.path(member).asText());
    }
}
