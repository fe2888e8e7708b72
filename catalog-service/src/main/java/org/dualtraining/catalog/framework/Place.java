package org.dualtraining.catalog.framework;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a competency stands in the list of a draft. */
@Schema(name = "CompetencyPlace")
record Place(
        @NotNull SectionKind section,

        @Schema(description = "a competency of the same section; absent for one at the top of its section") @Nullable
        UUID parentId,

        @Schema(description = "how many siblings stand before it; absent for the last place") @Min(0) @Nullable
        Integer position) {}
