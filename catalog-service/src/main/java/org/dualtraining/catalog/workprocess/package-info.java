/**
 * Owns: reading the standards of a registered apprenticeship, from a spreadsheet or the labor department's document.
 * Calls: rendition and identity; the words of framework (findings).
 * Must not: store, know HTTP, number competencies, or add up what a document does not add up.
 */
@NullMarked
package org.dualtraining.catalog.workprocess;

import org.jspecify.annotations.NullMarked;
