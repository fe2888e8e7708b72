package org.dualtraining.catalog.casepackage;

/**
 * Something that is no problem and that whoever sent the package should know.
 *
 * @param pointer JSON pointer to the place
 */
public record PackageNote(String pointer, String detail) {}
