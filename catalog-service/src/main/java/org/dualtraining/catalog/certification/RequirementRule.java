package org.dualtraining.catalog.certification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.dualtraining.catalog.framework.Delivery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A node of a requirement rule, as it is sent. {@link RuleCheck} says whether it is one that can be evaluated. */
@Schema(
        description = "A tree of requirements. Each node is exactly one of allOf, anyOf, atLeast, competency, hours and"
                + " credential.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequirementRule(
        @Schema(description = "every one of these") @Nullable
        List<@Nullable RequirementRule> allOf,

        @Schema(description = "one of these or more") @Nullable
        List<@Nullable RequirementRule> anyOf,

        @Schema(description = "a number of these") @Nullable AtLeast atLeast,

        @Schema(description = "id of a competency of the certification's framework") @Nullable
        UUID competency,

        @Schema(
                description = "with competency: the least rating of a sign-off; absent, any credit counts",
                minimum = "0",
                maximum = "4")
        @Nullable
        Integer minimumRating,

        @Schema(description = "a number of hours") @Nullable Hours hours,

        @Schema(description = "id of another certification that must be held") @Nullable
        UUID credential,

        @Schema(
                description = "with competency or credential: not older than this ISO period of years, months and days",
                examples = "P2Y")
        @Nullable
        String within,

        @Schema(
                description = "at the top only: ISO period after which eligibility ends; absent, it does not end",
                examples = "P2Y")
        @Nullable
        String validFor) {

    /** A number of requirements out of several. */
    record AtLeast(
            @Schema(minimum = "1", required = true) @Nullable
            Integer n,

            @Schema(required = true) @Nullable List<@Nullable RequirementRule> of) {}

    /** Hours of one kind of training. */
    @Schema(name = "RequiredHours")
    record Hours(
            @Schema(required = true) @Nullable Delivery delivery,

            @Schema(minimum = "1", maximum = "1000000", required = true) @Nullable
            Integer minimum) {}
}
