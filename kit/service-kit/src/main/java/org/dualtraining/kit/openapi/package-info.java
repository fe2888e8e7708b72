/**
 * Owns: what every operation's documentation says alike.
 * Calls: the problem and page packages.
 * Must not: know an operation.
 */
@NullMarked
package org.dualtraining.kit.openapi;

import org.jspecify.annotations.NullMarked;
