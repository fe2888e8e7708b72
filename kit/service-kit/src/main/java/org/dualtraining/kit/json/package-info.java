/**
 * Owns: the one strict JSON mapper configuration.
 * Calls: the problem package where something is refused.
 * Must not: know a domain noun.
 */
@NullMarked
package org.dualtraining.kit.json;

import org.jspecify.annotations.NullMarked;
