/**
 * Owns: when each provider was last heard from, so that one that fell silent shows.
 * Calls: party.
 * Must not: take part in the transaction of what is taken in.
 */
@NullMarked
package org.dualtraining.plan.completionsource;

import org.jspecify.annotations.NullMarked;
