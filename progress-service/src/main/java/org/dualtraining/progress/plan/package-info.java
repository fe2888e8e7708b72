/**
 * Owns: plan snapshots, the count of each plan's progress, and its reading.
 * Calls: event, eligibility.
 * Must not: change a credit.
 */
@NullMarked
package org.dualtraining.progress.plan;

import org.jspecify.annotations.NullMarked;
