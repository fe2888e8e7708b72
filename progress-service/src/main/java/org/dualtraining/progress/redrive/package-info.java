/**
 * Owns: what operators do with dead letters: list them, read their records again, have them taken, note what they came to.
 * Calls: intake, event, rebuild, beside which it does not work.
 * Must not: bury, or take a record another way than the intake does.
 */
@NullMarked
package org.dualtraining.progress.redrive;

import org.jspecify.annotations.NullMarked;
