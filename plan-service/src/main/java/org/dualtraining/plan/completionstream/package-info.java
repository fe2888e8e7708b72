/**
 * Owns: streams of completions of any length: reading rows, sending a receipt for each, with constant memory.
 * Calls: completion, completionsource.
 * Must not: decide what becomes of a row.
 */
@NullMarked
package org.dualtraining.plan.completionstream;

import org.jspecify.annotations.NullMarked;
