/**
 * Owns: the papers that are printed of a training plan: the state's form, the work process schedule and outline.
 * Calls: trainingplan, apprentice, party, catalog, disclosure, print.
 * Must not: change anything; hold a transaction while it prints.
 */
@NullMarked
package org.dualtraining.plan.form;

import org.jspecify.annotations.NullMarked;
