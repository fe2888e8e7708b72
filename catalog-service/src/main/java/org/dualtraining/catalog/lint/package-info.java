/**
 * Owns: what looks wrong in the text of a competency model; general rules over tables in resources/lint.
 * Calls: competencymodel, identity; the findings of framework.
 * Must not: change a text, or know one particular document.
 */
@NullMarked
package org.dualtraining.catalog.lint;

import org.jspecify.annotations.NullMarked;
