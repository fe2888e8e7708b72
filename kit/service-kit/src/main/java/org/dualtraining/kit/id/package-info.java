/**
 * Owns: identifiers.
 * Calls: the problem package where something is refused.
 * Must not: know what they identify.
 */
@NullMarked
package org.dualtraining.kit.id;

import org.jspecify.annotations.NullMarked;
