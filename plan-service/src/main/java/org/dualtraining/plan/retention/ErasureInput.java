package org.dualtraining.plan.retention;

import jakarta.validation.constraints.NotNull;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a person's data is erased. */
public record ErasureInput(
        @Schema(description = "stays in the record: do not name the person", examples = "retention period is over")
        @NotNull
        @PlainText(max = 1000, lines = true)
        String reason) {}
