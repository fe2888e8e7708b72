/**
 * Owns: what colleges post, and what became of each row.
 * Calls: trainingplan, apprentice, coursemapping, completionsource, party.
 * Must not: decide what credits a plan line.
 */
@NullMarked
package org.dualtraining.plan.completion;

import org.jspecify.annotations.NullMarked;
