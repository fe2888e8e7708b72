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

/** All plans that the caller may see, in figures. */
@Schema(
        name = "DashboardSummary",
        description =
                "The plans that are asked for and may be seen, in figures. For the role `dashboard` figures that would"
                        + " show a group of fewer than ten are left out, and named in `suppressed`.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SummaryView(
        Instant asOf,

        @Schema(description = "how far the figures are behind; absent while the broker cannot be asked")
        IntakeView.@Nullable Lag lag,

        @Schema(description = "plans that were not cancelled") @Nullable
        Long plans,

        @Schema(description = "also the cancelled ones, which are in no other figure")
        Map<PlanStatus, Long> plansByStatus,

        @Schema(description = "apprentices who have such a plan, each counted at the newest one") @Nullable
        Long apprentices,

        @Schema(description = "lines that are to be trained or credited; with `provider` those it teaches") @Nullable
        Long lines,

        @Schema(description = "credited ones among them") @Nullable
        Long credits,

        @Schema(
                description =
                        "mean percent of the plans that are active, suspended or completed; absent when there are none,"
                                + " and with `provider`, which teaches parts of plans")
        @Nullable
        BigDecimal averagePercent,

        @Schema(description = "how many are eligible today, by certification")
        List<EligibleCount> eligibleByCertification,

        @Schema(
                description =
                        "JSON pointers of the figures that are left out, because they would show a group of fewer than ten")
        List<String> suppressed) {

    /** How many are eligible for one certification today. */
    @Schema(name = "EligibleCount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EligibleCount(
            UUID certificationId, String name, @Nullable Long eligible) {}
}
