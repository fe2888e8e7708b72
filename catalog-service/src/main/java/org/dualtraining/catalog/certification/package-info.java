/**
 * Owns: certifications and their requirement rules, with every version of a rule and the event that tells of it.
 * Calls: framework for the competencies that a rule may name, and for how its current version names a
 * certification; lists; the kit's outbox.
 * Must not: decide who is eligible, or infer a rule from a document.
 */
@NullMarked
package org.dualtraining.catalog.certification;

import org.jspecify.annotations.NullMarked;
