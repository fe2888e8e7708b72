/**
 * Owns: which lines are overdue and which plans are at risk.
 * Calls: intake, for the lag; report.
 * Must not: write, or name plans to who may see figures only.
 */
@NullMarked
package org.dualtraining.progress.attention;

import org.jspecify.annotations.NullMarked;
