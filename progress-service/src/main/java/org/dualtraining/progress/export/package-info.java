/**
 * Owns: the file of all plans with their progress.
 * Calls: report.
 * Must not: write, or hold a file in memory.
 */
@NullMarked
package org.dualtraining.progress.export;

import org.jspecify.annotations.NullMarked;
