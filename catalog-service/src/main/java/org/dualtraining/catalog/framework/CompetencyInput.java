package org.dualtraining.catalog.framework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a competency of a draft shall read, and where it shall stand. */
record CompetencyInput(
        @NotNull @PlainText(max = VersionCompetency.LONGEST_NAME)
        String name,

        @Schema(description = "absent takes the definition away")
        @PlainText(max = VersionCompetency.LONGEST_DEFINITION, lines = true)
        @Nullable
        String definition,

        @Schema(description = "absent leaves it as it is; true for a new one") @Nullable
        Boolean core,

        @Schema(description = "other wordings of the name by which later documents may know it; absent leaves them")
        @Size(max = 50)
        @Nullable
        List<@NotNull @PlainText(max = VersionCompetency.LONGEST_NAME) String> aliases,

        @Schema(description = "absent leaves it where it is; needed for a new one") @Valid @Nullable
        Place place) {

    VersionCompetency appliedTo(VersionCompetency current) {
        return current.kept()
                .reworded(
                        name,
                        definition,
                        core == null ? current.core() : core,
                        aliases == null ? current.aliases() : aliases);
    }
}
