package org.dualtraining.catalog.occupation;

/** How we know that an occupation has a code; when in several ways, the first of these is told. */
public enum CodeOrigin {
    /** An agency entered it. */
    AGENCY,
    /** A published document names it. */
    DOCUMENT,
    /** It came with this catalog. */
    REFERENCE,
    /** The crosswalk gives it for a code of the other taxonomy. */
    CROSSWALK
}
