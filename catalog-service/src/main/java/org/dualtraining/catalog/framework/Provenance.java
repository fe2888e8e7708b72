package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a version comes from. */
public record Provenance(
        @Schema(description = "the models on which this one is based, as the document says")
        List<Basis> basedOn,

        Source source) {

    /** A model on which another is based. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProvenanceBasis")
    public record Basis(
            @Schema(examples = "Health: Allied Health Competency Model")
            String title,

            @Nullable String publisher,

            @Schema(description = "as the document writes it", examples = "December 2011") @Nullable
            String date) {}

    /** The file that was read. */
    @Schema(name = "SourceFile")
    public record Source(
            @Schema(description = "what the file was called by whoever sent it")
            String name,

            @Schema(description = "SHA-256 of its bytes, hexadecimal")
            String sha256) {}
}
