package org.dualtraining.progress.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.intake.IntakeView;
import org.dualtraining.progress.plan.PlanStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures by occupation, employer or provider. */
@Schema(
        name = "DashboardGroups",
        description =
                "One item per occupation, employer or provider that has plans, in the order of names. For the role"
                        + " `dashboard` figures that would show a group of fewer than ten, also by subtraction, are left"
                        + " out, and named in `suppressed`.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupsView(
        Instant asOf,

        @Schema(description = "how far the figures are behind; absent while the broker cannot be asked")
        IntakeView.@Nullable Lag lag,

        List<Group> items,

        @Schema(description = "JSON pointers of the figures that are left out")
        List<String> suppressed) {

    /** One group of plans. */
    @Schema(name = "DashboardGroup", description = "What the members mean, the summary says.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(
            UUID id,

            @Schema(description = "as the newest plan calls it") @Nullable
            String name,

            @Nullable Long apprentices,
            @Nullable Long plans,
            Map<PlanStatus, Long> plansByStatus,
            @Nullable Long lines,
            @Nullable Long credits,
            @Nullable BigDecimal averagePercent) {}
}
