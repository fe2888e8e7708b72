package org.dualtraining.catalog.competencymodel;

import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FormRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of the form and the entry of the list that it stands for. */
public record FormMatch(FormRow row, Entry entry, How how) {

    /** How the two were brought together. */
    @Schema(name = "FormMatchKind")
    public enum How {
        /** the same name after evening out case, blanks, quotes and dashes */
        EXACT,
        /** a wording that is recorded for the name */
        ALIAS,
        /** the only row and the only entry of the section that were left */
        LEFTOVER
    }
}
