/**
 * Owns: what becomes of a plan in a newer version of its framework, shown and done.
 * Calls: trainingplan, planhistory, catalog, disclosure.
 * Must not: take a credit away.
 */
@NullMarked
package org.dualtraining.plan.planupgrade;

import org.jspecify.annotations.NullMarked;
