/**
 * Owns: working on large files without filling the heap: bounded, and few at a time.
 * Calls: nothing of ours but the kit.
 * Must not: know what is in a body.
 */
@NullMarked
package org.dualtraining.catalog.upload;

import org.jspecify.annotations.NullMarked;
