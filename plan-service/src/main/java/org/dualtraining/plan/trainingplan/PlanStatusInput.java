package org.dualtraining.plan.trainingplan;

import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a plan goes to another state. */
public record PlanStatusInput(
        @Schema(description = "for the plan's history") @PlainText(max = 1000, lines = true) @Nullable
        String reason) implements OptionalBody {}
