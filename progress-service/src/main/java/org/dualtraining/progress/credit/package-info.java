/**
 * Owns: credits: the history of facts and the latest word on each competency of each plan.
 * Calls: event.
 * Must not: count progress or decide eligibility.
 */
@NullMarked
package org.dualtraining.progress.credit;

import org.jspecify.annotations.NullMarked;
