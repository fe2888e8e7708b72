/**
 * Owns: rebuilds: reading the history a second time, comparing what it comes to, and putting it in place.
 * Calls: intake.
 * Must not: know what a fact means, or any table by name that a rebuild does not need itself.
 */
@NullMarked
package org.dualtraining.progress.rebuild;

import org.jspecify.annotations.NullMarked;
