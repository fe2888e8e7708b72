package org.dualtraining.plan.trainingplan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan to be made. */
public record TrainingPlanInput(
        @NotNull UUID apprenticeId,
        @NotNull UUID frameworkId,

        @Schema(description = "default: the latest that is published") @Min(1) @Nullable
        Integer frameworkVersion,

        @Schema(description = "one of the framework's certifications") @NotNull
        UUID targetCertificationId,

        @Schema(description = "default: one TRAIN line per row of the state's form, in its order")
        @Size(min = 1, max = 500)
        @Nullable
        List<@NotNull @Valid PlanLineInput> lines) {}
