/**
 * Owns: the history of decisions about training plans.
 * Calls: nothing of ours.
 * Must not: change a plan, hold names of persons.
 */
@NullMarked
package org.dualtraining.plan.planhistory;

import org.jspecify.annotations.NullMarked;
