/**
 * Owns: hours that were worked or taught, one statement per plan, delivery and month.
 * Calls: trainingplan, apprentice, planhistory, disclosure, catalog.
 * Must not: decide what the hours are enough for.
 */
@NullMarked
package org.dualtraining.plan.hours;

import org.jspecify.annotations.NullMarked;
