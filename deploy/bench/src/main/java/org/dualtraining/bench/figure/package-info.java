/**
 * Owns: the figures of the performance goals, each with its baseline in the same run.
 * Calls: load, and a platform that was started for it.
 * Must not: touch a platform that somebody works with.
 */
@NullMarked
package org.dualtraining.bench.figure;

import org.jspecify.annotations.NullMarked;
