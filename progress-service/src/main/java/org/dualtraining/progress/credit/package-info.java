/**
 * Owns: credits: the history of facts, and what the latest of them says about a line.
 * Calls: event, plan.
 * Must not: count progress or decide eligibility.
 */
@NullMarked
package org.dualtraining.progress.credit;

import org.jspecify.annotations.NullMarked;
