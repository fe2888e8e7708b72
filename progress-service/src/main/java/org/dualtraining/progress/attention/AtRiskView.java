package org.dualtraining.progress.attention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.intake.IntakeView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Plans that are at risk. */
@Schema(
        name = "PlansAtRisk",
        description =
                "Active plans with an overdue line, or with open lines and no credit for 60 days, in the order of their"
                        + " ids. A page may hold fewer plans than asked for, also none, and still have a `next`: it looks through a"
                        + " bounded number of plans.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AtRiskView(
        Instant asOf,

        @Schema(description = "how far the list is behind; absent while the broker cannot be asked")
        IntakeView.@Nullable Lag lag,

        List<PlanAtRisk> items,

        @Schema(description = "send it as `cursor` to get the page after this one; absent on the last page") @Nullable
        String next,

        @Schema(description = "`/items` for the role `dashboard`, which sees no single plan")
        List<String> suppressed) {

    /** A plan that is at risk, for at least one of the two reasons. */
    @Schema(name = "PlanAtRisk")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlanAtRisk(
            UUID planId,
            UUID apprenticeId,
            UUID employerId,
            UUID occupationId,

            @Schema(description = "the earliest anticipated date that has passed; absent when none has") @Nullable
            LocalDate overdueSince,

            @Schema(description = "lines that are overdue") long overdueLines,

            @Schema(
                    description =
                            "the day of the last completion, or the plan's start, when it is 60 days ago or longer")
            @Nullable
            LocalDate noCreditSince) {}
}
