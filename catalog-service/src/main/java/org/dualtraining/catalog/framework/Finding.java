package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.dualtraining.catalog.identity.CatalogIds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that an agency should look at. Nothing is corrected because of it: the text stays as it was published. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        @Schema(description = "follows from kind, line and text: the same document gives the same ids")
        UUID id,

        FindingKind kind,

        @Schema(
                description =
                        "line of the document, from 1; absent when the finding is about something that is not there")
        @Nullable
        Integer line,

        @Schema(description = "the text it is about, verbatim; its beginning when it is above 500 characters")
        String text,

        @Schema(description = "why it is worth a look") String reason,

        @Schema(description = "what may have been meant; never applied without a person") @Nullable
        String proposal) {

    public static Finding at(int line, FindingKind kind, String text, String reason) {
        return of(kind, line, text, reason, null);
    }

    public static Finding at(int line, FindingKind kind, String text, String reason, String proposal) {
        return of(kind, line, text, reason, proposal);
    }

    /** About something that is not in the document. */
    public static Finding absent(FindingKind kind, String text, String reason) {
        return of(kind, null, text, reason, null);
    }

    /** About something that is not in the document, with what may be meant. */
    public static Finding absent(FindingKind kind, String text, String reason, String proposal) {
        return of(kind, null, text, reason, proposal);
    }

    private static Finding of(
            FindingKind kind, @Nullable Integer line, String text, String reason, @Nullable String proposal) {
        return new Finding(CatalogIds.finding(kind.name(), line, text), kind, line, Excerpt.of(text), reason, proposal);
    }
}
