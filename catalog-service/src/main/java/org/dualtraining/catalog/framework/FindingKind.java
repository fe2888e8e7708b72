package org.dualtraining.catalog.framework;

/** What an agency should look at. */
public enum FindingKind {
    // what the text says
    DEFINITION_OF_ANOTHER_TERM,
    ACRONYM_TRANSPOSED,
    ABBREVIATION_DIFFERS_FROM_ISSUER,
    RECORDS_AS_ACTORS,
    NUMBER_DIFFERS,
    // the form against the list
    FORM_NAME_DIFFERS,
    LEFTOVER_MATCH,
    FORM_SECTION_DIFFERS,
    UNMATCHED_FORM_ROW,
    DUPLICATE_FORM_ROW,
    FORM_CELL_FILLED,
    NOT_IN_FORM,
    // how the document is built
    PART_MISSING,
    UNREAD_LINE,
    NO_DEFINITION,
    AMBIGUOUS_GROUPS,
    DUPLICATE_COMPETENCY,
    DUPLICATE_CERTIFICATION,
    // against the version before
    RENAMED,
    PROBABLE_RENAME,
    NOT_MENTIONED
}
