package org.dualtraining.plan.merge;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which apprentice is the same person, and how that is known. */
public record MergeInput(
        @Schema(description = "the apprentice that is a duplicate of the one in the path") @NotNull
        UUID duplicateId,

        @NotNull @PlainText(max = 1000, lines = true) String reason) {}
