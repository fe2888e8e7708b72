package org.dualtraining.progress.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.intake.IntakeView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures by competency. */
@Schema(
        name = "DashboardCompetencies",
        description =
                "One item per competency that is on a plan which was not cancelled, in the order of names. For the role"
                        + " `dashboard` figures that would show a group of fewer than ten, also by subtraction, are left"
                        + " out, and named in `suppressed`.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompetenciesView(
        Instant asOf,

        @Schema(description = "how far the figures are behind; absent while the broker cannot be asked")
        IntakeView.@Nullable Lag lag,

        List<Competency> items,

        @Schema(description = "JSON pointers of the figures that are left out")
        List<String> suppressed) {

    /** One competency over all plans that have it. */
    @Schema(name = "DashboardCompetency")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Competency(
            UUID id,

            @Schema(description = "as the newest plan calls it") @Nullable
            String name,

            @Schema(description = "plans that have it to be trained or credited") @Nullable
            Long lines,

            @Schema(description = "plans that have it credited") @Nullable
            Long credits,

            @Schema(description = "credits in 100 lines") @Nullable
            BigDecimal percent,

            @Nullable CompletionTimes completionTimes) {}

    /** How long it took. */
    @Schema(
            name = "CompletionTimes",
            description = "Days from the day the plan became active to the day of completion. What was completed before"
                    + " the plan began is not among them.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CompletionTimes(
            @Schema(description = "completions of which the time is known")
            long completions,

            @Schema(description = "absent without any") @Nullable
            BigDecimal meanDays,

            @Schema(description = "how many took how long: each is in one range") @Nullable
            List<DaysRange> ranges) {}

    /** How many completions took that long. */
    @Schema(name = "CompletionDaysRange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DaysRange(
            int fromDays,

            @Schema(description = "absent in the last range") @Nullable
            Integer toDays,

            long completions) {}
}
