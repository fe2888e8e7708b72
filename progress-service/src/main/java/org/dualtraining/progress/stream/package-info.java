/**
 * Owns: server-sent events, the tail of table change and the readers of this instance.
 * Calls: nothing of ours; it reads the rows of table change.
 * Must not: write anything but the pruning of old rows, ask the database for a single reader, hold a thread for one.
 */
@NullMarked
package org.dualtraining.progress.stream;

import org.jspecify.annotations.NullMarked;
