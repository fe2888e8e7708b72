package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A framework with the list of its versions. */
@Schema(name = "Framework")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FrameworkView(
        UUID id,

        @Schema(examples = "Electronic Health Records Specialists")
        String title,

        OccupationRef occupation,
        @Schema(description = "oldest first") List<VersionRef> versions,

        @Schema(description = "number of the newest version that is published; absent when none is") @Nullable
        Integer latestPublished) {

    /** The occupation that the framework is for. */
    record OccupationRef(UUID id, String title) {}

    /** One version in the list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionRef(
            int number, VersionStatus status, @Nullable Instant publishedAt) {}
}
