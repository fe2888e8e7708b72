package org.dualtraining.catalog.framework;

/** What can happen to a version. */
public enum HistoryAction {
    DOCUMENT_IMPORTED,
    FRAMEWORK_IMPORTED,
    DRAFT_MADE,
    COMPETENCY_ADDED,
    COMPETENCY_EDITED,
    COMPETENCY_RETIRED,
    CERTIFICATIONS_CHANGED,
    PROPOSAL_ACCEPTED,
    PUBLISHED,
    RETIRED
}
