/**
 * Owns: training plans, their lines, the evidence for them and the credits derived from it.
 * Calls: apprentice, party, catalog, disclosure, planhistory.
 * Must not: know what kind of post brought an evidence.
 */
@NullMarked
package org.dualtraining.plan.trainingplan;

import org.jspecify.annotations.NullMarked;
