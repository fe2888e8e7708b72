package org.dualtraining.plan.coursemapping;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.text.CalendarDate;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be said of a course mapping. */
public record CourseMappingInput(
        @Schema(description = "needed from an agency; a college maps its own courses") @Nullable
        UUID providerId,

        @NotNull @PlainText(max = 50) String courseCode,
        @NotNull @Size(min = 1, max = 100) List<@NotNull UUID> competencyIds,
        @NotNull @CalendarDate LocalDate validFrom,
        @CalendarDate @Nullable LocalDate validTo) {}
