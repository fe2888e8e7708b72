/**
 * Owns: certifications and their requirement rules, with every version of a rule and the event that tells of it.
 * Calls: framework for the competencies that a rule may name; the kit's outbox.
 * Must not: decide who is eligible, or infer a rule from a document.
 */
@NullMarked
package org.dualtraining.catalog.certification;

import org.jspecify.annotations.NullMarked;
