package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one plan makes eligible for, and why. */
@Schema(name = "Eligibility", description = "What one plan makes eligible for, and why")
public record EligibilityView(
        UUID planId,

        @Schema(
                type = SchemaType.STRING,
                description = "the day that was asked for, or else the instant at which this was answered")
        Temporal asOf,

        @Schema(description = "the time that was asked for, or else when something last changed for this plan")
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

            @Schema(description = "the explanation in a sentence or two", examples = "Eligible since 2026-05-15.")
            String inWords,

            @Schema(description = "of the target only") @Nullable
            Forecast forecast,

            Explanation explanation) {

        private static final String NO_RULE = "No requirement rule has been entered for this certification.";

        static CertificationView withoutRule(UUID target) {
            return new CertificationView(
                    target,
                    null,
                    true,
                    false,
                    null,
                    null,
                    null,
                    NO_RULE,
                    Forecast.none(NO_RULE),
                    Explanation.missing("no requirement rule has been entered for this certification"));
        }
    }
}
