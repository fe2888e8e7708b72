package org.dualtraining.plan.trainingplan;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.text.CalendarDate;
import org.dualtraining.kit.text.PlainText;
import org.dualtraining.plan.catalog.Delivery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line to be added to a plan; what is absent gets its default. */
public record PlanLineAddition(
        @NotNull UUID competencyId,
        @Nullable Delivery delivery,
        @Nullable Disposition disposition,
        @PlainText @Nullable String courseName,
        @PlainText(max = 2000, lines = true) @Nullable String courseDescription,
        @Nullable UUID providerId,
        @CalendarDate @Nullable LocalDate anticipatedCompletionDate,
        @PlainText(max = 1000, lines = true) @Nullable String reason,

        @Schema(description = "why the line is added: for the plan's history")
        @PlainText(max = 1000, lines = true)
        @Nullable
        String why) {

    LineTerms terms() {
        return new LineTerms(
                delivery, disposition, courseName, courseDescription, providerId, anticipatedCompletionDate, reason);
    }
}
