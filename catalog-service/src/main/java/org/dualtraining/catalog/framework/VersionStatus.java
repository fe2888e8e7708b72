package org.dualtraining.catalog.framework;

/** A published version never changes; a retired one is kept and may not be chosen any more. */
public enum VersionStatus {
    DRAFT,
    PUBLISHED,
    RETIRED
}
