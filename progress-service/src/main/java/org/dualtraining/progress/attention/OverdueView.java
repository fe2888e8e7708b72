package org.dualtraining.progress.attention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.intake.IntakeView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lines that are overdue. */
@Schema(
        name = "OverdueLines",
        description = "Lines of active plans whose anticipated date has passed, the longest first")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OverdueView(
        Instant asOf,

        @Schema(description = "how far the list is behind; absent while the broker cannot be asked")
        IntakeView.@Nullable Lag lag,

        List<OverdueLine> items,

        @Schema(description = "send it as `cursor` to get the page after this one; absent on the last page") @Nullable
        String next,

        @Schema(description = "`/items` for the role `dashboard`, which sees no single plan")
        List<String> suppressed) {

    /** A line that is overdue. */
    @Schema(name = "OverdueLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OverdueLine(
            UUID planId,
            UUID lineId,
            UUID apprenticeId,
            UUID employerId,
            UUID occupationId,
            UUID competencyId,
            @Nullable UUID providerId,
            LocalDate anticipatedCompletionDate) {}
}
