/**
 * Owns: Jdbi over the service's pool, the start-up checks of its settings, and what a read is told while it is away.
 * Calls: the problem package where something is refused.
 * Must not: know a table of a feature.
 */
@NullMarked
package org.dualtraining.kit.database;

import org.jspecify.annotations.NullMarked;
