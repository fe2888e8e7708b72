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
    NAME_NOT_SEPARATED,
    AMBIGUOUS_GROUPS,
    DUPLICATE_COMPETENCY,
    DUPLICATE_CERTIFICATION,
    // figures of a work process schedule
    HOURS_DIFFER,
    FIGURE_NOT_READ,
    COMPUTED_CELL,
    DATE_AS_TEXT,
    CREDITS_NOT_HOURS,
    // codes of the occupation
    CODE_NOT_KNOWN,
    // against the version before
    RENAMED,
    PROBABLE_RENAME,
    NOT_MENTIONED
}
