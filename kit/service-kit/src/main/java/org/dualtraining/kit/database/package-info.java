/**
 * Owns: Jdbi over the service's pool and the start-up checks of its settings.
 * Calls: the problem package where something is refused.
 * Must not: know a table of a feature.
 */
@NullMarked
package org.dualtraining.kit.database;

import org.jspecify.annotations.NullMarked;
