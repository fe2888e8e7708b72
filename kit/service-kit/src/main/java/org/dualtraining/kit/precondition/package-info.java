/**
 * Owns: strong ETags and the If-Match that every change of an existing resource needs.
 * Calls: the problem package.
 * Must not: know what a version counts.
 */
@NullMarked
package org.dualtraining.kit.precondition;

import org.jspecify.annotations.NullMarked;
