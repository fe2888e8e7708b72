package org.dualtraining.progress.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dualtraining.progress.intake.IntakeView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Credits by the week of their completion. */
@Schema(
        name = "DashboardTimeline",
        description =
                "One item per week, the earliest first, also of weeks without credits. For the role `dashboard` figures"
                        + " that would show a group of fewer than ten, also by subtraction, are left out, and named in"
                        + " `suppressed`.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineView(
        Instant asOf,

        @Schema(description = "how far the figures are behind; absent while the broker cannot be asked")
        IntakeView.@Nullable Lag lag,

        List<Week> items,

        @Schema(description = "JSON pointers of the figures that are left out")
        List<String> suppressed) {

    /** What was completed from a Monday to the Sunday after it. */
    @Schema(name = "DashboardWeek")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Week(
            @Schema(description = "the Monday") LocalDate week,

            @Schema(description = "lines that were completed in it") @Nullable
            Long credits,

            @Schema(description = "apprentices of whom something was; absent with `provider`") @Nullable
            Long apprentices) {}
}
