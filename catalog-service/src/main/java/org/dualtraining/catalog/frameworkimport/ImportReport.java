package org.dualtraining.catalog.frameworkimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.dualtraining.catalog.framework.FrameworkDiff;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an import of a framework found, and where it is stored now. */
@Schema(name = "FrameworkImportReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(
        UUID frameworkId,

        @Schema(description = "number of the version that says this; absent in a dry run that would make one") @Nullable
        Integer version,

        String title,

        @Schema(description = "competencies of the version") int competencies,

        @Schema(description = "what was evened out while reading, and what an agency should know")
        List<Note> notes,

        @Schema(description = "against the latest version; absent when there is none") @Nullable
        FrameworkDiff diff,

        @Schema(description = "what the format says beyond competencies, against the latest version") @Nullable
        Object formatDiff,

        @Schema(description = "false when the latest version says the same: nothing was stored")
        boolean changed,

        @Schema(description = "true when nothing was stored because nothing should be")
        boolean dryRun) {

    /** Something about one place of the file. */
    @Schema(name = "ImportNote")
    public record Note(
            @Schema(description = "JSON pointer, or row and column", examples = "/CFItems/3/sequenceNumber")
            String place,

            String text) {}
}
