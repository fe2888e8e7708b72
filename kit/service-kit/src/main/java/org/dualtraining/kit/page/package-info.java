/**
 * Owns: keyset paging.
 * Calls: the problem package where something is refused.
 *  opaque cursors and the page record:Must not: know a table.
 */
@NullMarked
package org.dualtraining.kit.page;

import org.jspecify.annotations.NullMarked;
