/**
 * Owns: which course of a provider evidences which competencies, and when.
 * Calls: party, catalog, parked.
 * Must not: know completions.
 */
@NullMarked
package org.dualtraining.plan.coursemapping;

import org.jspecify.annotations.NullMarked;
