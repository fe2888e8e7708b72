/**
 * Owns: reading a competency model document of the Pipeline's family, as pure functions from lines to records.
 * Calls: rendition and identity; the words of framework (sections, findings).
 * Must not: store, know HTTP, correct a text or depend on one particular document.
 */
@NullMarked
package org.dualtraining.catalog.competencymodel;

import org.jspecify.annotations.NullMarked;
