package org.dualtraining.catalog.casepackage;

/**
 * Something wrong with a package.
 *
 * @param pointer JSON pointer to the place
 * @param detail what would be right; never the value
 * @param acceptable whether the package can be kept whole all the same, after an explicit choice
 */
public record PackageProblem(String pointer, String detail, boolean acceptable) {}
