/**
 * Owns: consumers, the transaction of a batch, inbox, ledger and dead letters.
 * Calls: event, credit, plan, eligibility, rollup.
 * Must not: decide what a fact means.
 */
@NullMarked
package org.dualtraining.progress.intake;

import org.jspecify.annotations.NullMarked;
