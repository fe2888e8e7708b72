/**
 * Owns: figures of all plans, read from what rollup keeps, and what of them the role dashboard may see.
 * Calls: intake, for the lag; plan, for the words of statuses; report, smallgroup.
 * Must not: write, or read plans and credits.
 */
@NullMarked
package org.dualtraining.progress.dashboard;

import org.jspecify.annotations.NullMarked;
