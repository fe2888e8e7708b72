package org.dualtraining.catalog.documentimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.dualtraining.catalog.competencymodel.FormMatch;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.Provenance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an import found and where it is stored now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportReport(
        UUID id,
        OccupationRef occupation,
        UUID frameworkId,

        @Schema(description = "number of the draft version that was made")
        int version,

        Provenance.Source source,
        Counts counts,

        @Schema(description = "what was taken for a heading, in the order of the document") @Nullable
        List<Heading> headings,

        @Schema(description = "which competency each row of the form stands for, in form order")
        List<Match> matches,

        @Schema(description = "what an agency should look at; nothing was corrected")
        List<Finding> findings,

        @Schema(
                description =
                        "false when an earlier import of the framework, whose version was not given up, says the same:"
                                + " nothing was stored")
        boolean changed) {

    /** The occupation that the document is for. */
    @Schema(name = "ImportedOccupation")
    record OccupationRef(UUID id, String title) {}

    /** How much the document holds. */
    @Schema(name = "ImportCounts")
    record Counts(int occupations, int alternateTitles, int competencies, int certifications, int formRows) {}

    /** One heading and what it was taken for. */
    @Schema(name = "FoundHeading")
    record Heading(
            @Schema(description = "line of the document, from 1; row of a spreadsheet")
            int line,

            @Schema(description = "as the document words it")
            String text,

            @Schema(examples = "OCCUPATION_SPECIFIC") String kind) {}

    /** One row of the form. */
    @Schema(name = "FormRowMatch")
    record Match(
            @Schema(description = "the row as the form words it")
            String formRow,

            @Schema(description = "line of the document, from 1")
            int line,

            UUID competencyId,
            FormMatch.How how) {}

    ImportReport unchanged() {
        return new ImportReport(
                id, occupation, frameworkId, version, source, counts, headings, matches, findings, false);
    }
}
