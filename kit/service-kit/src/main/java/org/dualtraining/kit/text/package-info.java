/**
 * Owns: what text may be accepted from outside.
 * Calls: the problem package where something is refused.
 * Must not: change a value silently.
 */
@NullMarked
package org.dualtraining.kit.text;

import org.jspecify.annotations.NullMarked;
