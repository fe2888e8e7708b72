/**
 * Owns: consumers, the transaction of a batch, inbox, ledger, parked events, dead letters, reviews that no event brings,
 * and the change feed.
 * Calls: event, credit, plan, eligibility, rollup.
 * Must not: decide what a fact means.
 */
@NullMarked
package org.dualtraining.progress.intake;

import org.jspecify.annotations.NullMarked;
