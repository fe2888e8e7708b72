package org.dualtraining.catalog.casepackage;

/** What a member of an entity holds. */
enum MemberType {
    UUID,
    URI,
    TEXT,
    TEXTS,
    TIME,
    DATE,
    INTEGER,
    NUMBER,
    /** An association's type. */
    TYPE,
    LINK,
    LINKS,
    /** An end of an association, which may be anywhere. */
    NODE,
    CRITERIA,
    LEVELS,
    EXTENSIONS,
    OPEN_LIST
}
