package org.dualtraining.plan.coursemapping;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mapping as it was just entered or changed, with what a replay would now release. */
public record EnteredMapping(
        UUID id,
        UUID providerId,
        String courseCode,
        List<UUID> competencyIds,
        LocalDate validFrom,
        @Nullable LocalDate validTo,

        @Schema(description = "counts the changes; the ETag is 1.<version>")
        long version,

        @Schema(
                description = "how many completions of known learners are parked for this course and these days; 10000"
                        + " means 10000 or more. POST /parked-completions/replay takes them in")
        int parkedCompletions) {

    static EnteredMapping of(CourseMapping mapping, int parkedCompletions) {
        return new EnteredMapping(
                mapping.id(),
                mapping.providerId(),
                mapping.courseCode(),
                mapping.competencyIds(),
                mapping.validFrom(),
                mapping.validTo(),
                mapping.version(),
                parkedCompletions);
    }
}
