/**
 * Owns: plan snapshots, plans with their lines and counts, and their reading.
 * Calls: event, eligibility, history.
 * Must not: decide what a fact about a credit means.
 */
@NullMarked
package org.dualtraining.progress.plan;

import org.jspecify.annotations.NullMarked;
