package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one plan makes eligible for, and why. */
@Schema(name = "Eligibility", description = "What one plan makes eligible for, and why")
public record EligibilityView(
        UUID planId,

        @Schema(description = "when this was answered") Instant asOf,

        @Schema(description = "when something last changed for this plan")
        Instant knownAt,

        @Schema(description = "every certification of the plan's framework that has a rule, and the plan's target")
        List<CertificationView> certifications) {

    /** Eligible for one certification or not. */
    @Schema(name = "CertificationEligibility")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CertificationView(
            UUID certificationId,

            @Schema(description = "absent while no rule of this certification has been heard of") @Nullable
            String name,

            @Schema(description = "whether this is the certification that the plan aims at")
            boolean target,

            boolean eligible,

            @Schema(description = "the day the last credit that was needed was completed") @Nullable
            LocalDate since,

            @Schema(description = "the first day without eligibility, where the rule lets it expire") @Nullable
            LocalDate expiresOn,

            @Schema(description = "absent while no rule has been entered") @Nullable
            Integer ruleVersion,

            Explanation explanation) {

        static CertificationView withoutRule(UUID target) {
            return new CertificationView(
                    target,
                    null,
                    true,
                    false,
                    null,
                    null,
                    null,
                    Explanation.missing("no requirement rule has been entered for this certification"));
        }
    }
}
