/**
 * Owns: the epoch of a service's history and the memory of which database it was written in.
 * Calls: nothing.
 * Must not: know what a service says anew when the epoch is raised.
 */
@NullMarked
package org.dualtraining.kit.epoch;

import org.jspecify.annotations.NullMarked;
