package org.dualtraining.progress.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing on which this service and plan-service do not agree. */
@Schema(name = "PlanDifference")
public record Difference(
        UUID planId,
        Kind kind,

        @Schema(description = "of a LINE that differs, is missing or is too much") @Nullable
        UUID competencyId) {

    @Schema(name = "PlanDifferenceKind")
    public enum Kind {
        MISSING_HERE,
        UNKNOWN_THERE,
        EPOCH,
        STATUS,
        EMPLOYER,
        LINE
    }

    /**
     * What differs in one plan.
     *
     * @param there as plan-service says it; null when it knows no such plan
     * @param here as it is known here; null when it is not
     */
    static List<Difference> of(UUID planId, @Nullable PlanDigest there, @Nullable PlanDigest here) {
        if (here == null) {
            return there == null ? List.of() : List.of(new Difference(planId, Kind.MISSING_HERE, null));
        }
        if (there == null) {
            // cancelled after a restore of plan-service, which has no memory of it
            boolean isCancelled = here.status().equals("CANCELLED");
            return isCancelled ? List.of() : List.of(new Difference(planId, Kind.UNKNOWN_THERE, null));
        }
        List<Difference> differences = new ArrayList<>();
        if (there.epoch() != here.epoch()) {
            differences.add(new Difference(planId, Kind.EPOCH, null));
        }
        if (!there.status().equals(here.status())) {
            differences.add(new Difference(planId, Kind.STATUS, null));
        }
        if (!there.employerId().equals(here.employerId())) {
            differences.add(new Difference(planId, Kind.EMPLOYER, null));
        }
        Map<UUID, PlanDigest.Line> linesThere = lines(there);
        Map<UUID, PlanDigest.Line> linesHere = lines(here);
        TreeSet<UUID> competencies = new TreeSet<>(linesThere.keySet());
        competencies.addAll(linesHere.keySet());
        for (UUID competency : competencies) {
            if (!Objects.equals(linesThere.get(competency), linesHere.get(competency))) {
                differences.add(new Difference(planId, Kind.LINE, competency));
            }
        }
        return differences;
    }

    private static Map<UUID, PlanDigest.Line> lines(PlanDigest digest) {
        return digest.lines().stream()
                .collect(Collectors.toMap(
                        PlanDigest.Line::competencyId, PlanDigest.Line::comparable, (a, b) -> a, LinkedHashMap::new));
    }
}
