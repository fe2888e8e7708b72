package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A proposal that an agency accepted: it stands beside the verbatim text and does not replace it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Annotation(
        @Schema(
                description =
                        "the finding whose proposal was accepted; of an earlier version when this one's source does"
                                + " not give it")
        UUID findingId,

        FindingKind kind,

        @Schema(description = "the competency whose text it is about; absent when it is about another part") @Nullable
        UUID competencyId,

        @Schema(description = "verbatim, as in the version") String text,

        @Schema(description = "what was accepted as meant") String accepted,

        @Schema(description = "subject of the token that accepted it")
        String acceptedBy,

        Instant acceptedAt) {

    Annotation about(UUID finding) {
        return new Annotation(finding, kind, competencyId, text, accepted, acceptedBy, acceptedAt);
    }
}
