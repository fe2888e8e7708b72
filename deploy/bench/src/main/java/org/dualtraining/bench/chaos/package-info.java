/**
 * Owns: the faults that the guarantees speak of, made on purpose, and the judgement afterwards.
 * Calls: load, and a platform that was started for it.
 * Must not: touch a platform that somebody works with.
 */
@NullMarked
package org.dualtraining.bench.chaos;

import org.jspecify.annotations.NullMarked;
