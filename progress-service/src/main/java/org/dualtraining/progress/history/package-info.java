/**
 * Owns: reads as of a day it happened and of a time we knew: folds of the facts, and how such a read is asked for.
 * Calls: nothing of this service.
 * Must not: write, or read the state tables.
 */
@NullMarked
package org.dualtraining.progress.history;

import org.jspecify.annotations.NullMarked;
