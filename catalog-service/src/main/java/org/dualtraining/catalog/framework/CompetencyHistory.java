package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A competency as its newest version has it, and how it read in every version. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompetencyHistory(
        UUID id,
        UUID frameworkId,
        String name,
        @Nullable String definition,
        boolean core,
        List<String> aliases,
        List<CompetencyView> children,
        @Schema(description = "oldest first") List<Occurrence> versions) {

    /** How one version has it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CompetencyOccurrence")
    record Occurrence(
            int number,
            VersionStatus status,
            SectionKind section,
            @Nullable UUID parentId,
            String name,
            @Nullable String definition,
            boolean core) {}
}
