package org.dualtraining.catalog.certification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A certification with its requirement rule, as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Certification(
        UUID id,
        UUID frameworkId,
        @Schema(description = "as the document names it") String name,

        @Schema(description = "as the document writes it") @Nullable
        String abbreviation,

        @Schema(description = "who issues it, where that is known") @Nullable
        String issuer,

        @Schema(description = "the rule that holds today; absent until one does") @Nullable
        RequirementRule rule,

        @Nullable Integer ruleVersion,

        @Schema(description = "the rule in plain words") @Nullable
        String ruleText,

        @Schema(description = "what the agency notes about the rule", examples = "Illustration, to be confirmed")
        @Nullable
        String ruleNote,

        @Schema(description = "every rule that was ever entered, in the order in which they were recorded")
        List<RuleVersion> ruleVersions) {

    /** One version of the rule. Of those whose day has come the one with the latest day holds. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleVersion(
            int version,

            @Schema(description = "the day from which it holds, in UTC")
            LocalDate effectiveFrom,

            Instant recordedAt,
            RequirementRule rule,
            String ruleText,
            @Nullable String note) {}
}
