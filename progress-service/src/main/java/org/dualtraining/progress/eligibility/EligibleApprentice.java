package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One apprentice's plan that makes eligible for the certification that was asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EligibleApprentice(
        UUID apprenticeId,
        UUID planId,
        UUID employerId,

        @Schema(description = "the day the last credit that was needed was completed")
        LocalDate since,

        @Schema(description = "the first day without eligibility, where the rule lets it expire") @Nullable
        LocalDate expiresOn,

        @Schema(description = "the version of the requirement rule that decided")
        int ruleVersion) {}
