/**
 * Owns: aggregates over all plans, with suppression of small groups.
 * Calls: intake, for the lag.
 * Must not: write.
 */
@NullMarked
package org.dualtraining.progress.dashboard;

import org.jspecify.annotations.NullMarked;
