/**
 * Owns: who calls, by the token's claims only.
 * Calls: the problem package where something is refused.
 * Must not: read a party from a path, body or header.
 */
@NullMarked
package org.dualtraining.kit.party;

import org.jspecify.annotations.NullMarked;
