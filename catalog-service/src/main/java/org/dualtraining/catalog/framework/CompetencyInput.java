package org.dualtraining.catalog.framework;

import jakarta.validation.constraints.NotNull;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a competency of a draft shall read. */
record CompetencyInput(
        @NotNull @PlainText(max = 300) String name,

        @Schema(description = "absent takes the definition away") @PlainText(max = 4000, lines = true) @Nullable
        String definition,

        @Schema(description = "absent leaves it as it is") @Nullable
        Boolean core) {

    VersionCompetency appliedTo(VersionCompetency current) {
        return new VersionCompetency(
                current.competencyId(),
                current.parentId(),
                current.section(),
                current.listPosition(),
                current.formPosition(),
                name,
                definition,
                core == null ? current.core() : core,
                current.aliases());
    }
}
