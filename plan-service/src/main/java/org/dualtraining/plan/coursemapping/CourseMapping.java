package org.dualtraining.plan.coursemapping;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which competencies a course of a provider evidences, and for completions of which days. */
public record CourseMapping(
        UUID id,
        UUID providerId,
        String courseCode,

        @Schema(description = "a competency that several courses of a provider name needs all of them")
        List<UUID> competencyIds,

        LocalDate validFrom,

        @Schema(description = "the last day, absent while it is open") @Nullable
        LocalDate validTo,

        @Schema(description = "counts the changes; the ETag is 1.<version>")
        long version) {}
