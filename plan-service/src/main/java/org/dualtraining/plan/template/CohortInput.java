package org.dualtraining.plan.template;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who gets a plan of a template, and from when on. */
public record CohortInput(
        @Schema(description = "the day from which the template's periods run: 2000-01-01 to 2100-12-31") @NotNull
        LocalDate startsOn,

        @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> apprenticeIds,

        @Schema(description = "default: false") @Nullable Boolean activate) {}
