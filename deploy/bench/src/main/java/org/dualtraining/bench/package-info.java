/**
 * Owns: the commands bench and chaos of the script: what they take, print and keep.
 * Calls: figure, chaos, and the launcher for a platform of its own.
 * Must not: run in production, or beside numbers that shall be believed.
 */
@NullMarked
package org.dualtraining.bench;

import org.jspecify.annotations.NullMarked;
