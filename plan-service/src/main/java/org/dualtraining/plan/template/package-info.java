/**
 * Owns: plan templates, and cohorts of plans made from them.
 * Calls: trainingplan, apprentice, party, catalog.
 * Must not: change a plan once it is made.
 */
@NullMarked
package org.dualtraining.plan.template;

import org.jspecify.annotations.NullMarked;
