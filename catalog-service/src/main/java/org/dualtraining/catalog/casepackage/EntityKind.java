package org.dualtraining.catalog.casepackage;

import java.util.List;

/** The kinds of entity in a package that have an address of their own. */
public enum EntityKind {
    DOCUMENT("CFDocuments"),
    ITEM("CFItems"),
    ASSOCIATION("CFAssociations"),
    CONCEPT("CFConcepts"),
    SUBJECT("CFSubjects"),
    LICENSE("CFLicenses"),
    ITEM_TYPE("CFItemTypes"),
    ASSOCIATION_GROUPING("CFAssociationGroupings"),
    RUBRIC("CFRubrics");

    /** Those inside CFDefinitions, in the order in which they are written. */
    static final List<EntityKind> DEFINITIONS = List.of(CONCEPT, SUBJECT, LICENSE, ITEM_TYPE, ASSOCIATION_GROUPING);

    private final String plural;

    EntityKind(String plural) {
        this.plural = plural;
    }

    /** The array of a package that holds them, and their path: "CFItems". */
    public String plural() {
        return plural;
    }

    /** One of them: "CFItem". */
    public String singular() {
        return plural.substring(0, plural.length() - 1);
    }

    /** JSON pointer of one in a package. */
    String pointer(int index) {
        if (this == DOCUMENT) {
            return "/CFDocument";
        }
        return (DEFINITIONS.contains(this) ? "/CFDefinitions/" : "/") + plural + "/" + index;
    }
}
