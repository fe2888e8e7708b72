/**
 * Owns: which figures may be shown of which apprentices, so that nobody is recognised in a small group.
 * Calls: nothing of ours; it is pure.
 * Must not: know a table or an answer.
 */
@NullMarked
package org.dualtraining.progress.smallgroup;

import org.jspecify.annotations.NullMarked;
