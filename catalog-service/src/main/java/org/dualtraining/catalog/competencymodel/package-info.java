/**
 * Owns: reading a competency model document of the Pipeline's family, as pure functions from bytes to records.
 * Calls: identity; the words of framework (sections, findings).
 * Must not: store, know HTTP, correct a text or depend on one particular document.
 */
@NullMarked
package org.dualtraining.catalog.competencymodel;

import org.jspecify.annotations.NullMarked;
