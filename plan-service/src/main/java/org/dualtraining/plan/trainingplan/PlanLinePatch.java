package org.dualtraining.plan.trainingplan;

import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.text.CalendarDate;
import org.dualtraining.kit.text.PlainText;
import org.dualtraining.plan.catalog.Delivery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The terms of a line after a merge patch, and why they change. */
public record PlanLinePatch(
        @Schema(description = "how it is taught; null: what the section recommends") @Nullable
        Delivery delivery,

        @Schema(description = "PRIOR is credited by evidence of prior learning; EXCLUDED needs a reason") @Nullable
        Disposition disposition,

        @PlainText @Nullable String courseName,
        @PlainText(max = 2000, lines = true) @Nullable String courseDescription,

        @Schema(description = "the responsible provider") @Nullable
        UUID providerId,

        @CalendarDate @Nullable LocalDate anticipatedCompletionDate,

        @Schema(description = "why it is excluded") @PlainText(max = 1000, lines = true) @Nullable
        String reason,

        @Schema(description = "why the line changes: for the plan's history, no term of the line")
        @PlainText(max = 1000, lines = true)
        @Nullable
        String why) {

    LineTerms terms() {
        return new LineTerms(
                delivery, disposition, courseName, courseDescription, providerId, anticipatedCompletionDate, reason);
    }
}
