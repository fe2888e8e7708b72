/**
 * Owns: the shape in which many rows go into one statement.
 * Calls: nothing.
 * Must not: know a table.
 */
@NullMarked
package org.dualtraining.progress.table;

import org.jspecify.annotations.NullMarked;
