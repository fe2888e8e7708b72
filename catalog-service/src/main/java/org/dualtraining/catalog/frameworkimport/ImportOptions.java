package org.dualtraining.catalog.frameworkimport;

/**
 * What whoever imports decided.
 *
 * @param name what the file is called, for the provenance
 * @param mintIdentifiers give ids to what comes with identifiers that are none
 * @param acceptProblems take in whole what has problems that can be kept as they are
 */
public record ImportOptions(String name, boolean mintIdentifiers, boolean acceptProblems) {}
