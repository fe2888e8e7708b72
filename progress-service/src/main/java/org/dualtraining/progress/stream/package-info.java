/**
 * Owns: server-sent events.
 * Calls: nothing of ours; it reads the rows of table change.
 * Must not: write anything but the pruning of old rows.
 */
@NullMarked
package org.dualtraining.progress.stream;

import org.jspecify.annotations.NullMarked;
