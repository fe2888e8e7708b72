/**
 * Owns: apprentices and the learner ids by which providers know them.
 * Calls: party, catalog, disclosure, parked.
 * Must not: know plans or completions.
 */
@NullMarked
package org.dualtraining.plan.apprentice;

import org.jspecify.annotations.NullMarked;
