package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A competency in the tree of a version. */
@Schema(name = "Competency")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompetencyView(
        UUID id,
        @Schema(description = "verbatim") String name,

        @Schema(description = "verbatim; absent when the document gives none") @Nullable
        String definition,

        @Schema(description = "whether everybody must reach it; true unless an agency said otherwise")
        boolean core,

        @Schema(description = "other recorded wordings of the name")
        List<String> aliases,

        @Schema(description = "the source's own code for it") @Nullable
        String code,

        @Schema(description = "carried over from the version before: this version's document does not mention it")
        boolean notMentioned,

        List<CompetencyView> children) {

    Stream<CompetencyView> withDescendants() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(CompetencyView::withDescendants));
    }
}
