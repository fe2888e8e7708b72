/**
 * Owns: the transactional outbox and its one active relay, and how long published rows are kept.
 * Calls: the problem package where something is refused.
 * Must not: know what an event means.
 */
@NullMarked
package org.dualtraining.kit.outbox;

import org.jspecify.annotations.NullMarked;
