package org.dualtraining.plan.trainingplan;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.text.CalendarDate;
import org.dualtraining.kit.text.PlainText;
import org.dualtraining.plan.catalog.Delivery;
import org.jspecify.annotations.Nullable;

/** One line of a plan to be made; what is absent gets its default. */
public record PlanLineInput(
        @NotNull UUID competencyId,
        @Nullable Delivery delivery,
        @Nullable Disposition disposition,
        @PlainText @Nullable String courseName,
        @PlainText(max = 2000, lines = true) @Nullable String courseDescription,
        @Nullable UUID providerId,
        @CalendarDate @Nullable LocalDate anticipatedCompletionDate,
        @PlainText(max = 1000, lines = true) @Nullable String reason) {

    LineTerms terms() {
        return new LineTerms(
                delivery, disposition, courseName, courseDescription, providerId, anticipatedCompletionDate, reason);
    }
}
