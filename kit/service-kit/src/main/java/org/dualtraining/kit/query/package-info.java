/**
 * Owns: query parameters that mean what they say: given once, and with a value where something would change.
 * Calls: problem.
 * Must not: know what a parameter is for.
 */
@NullMarked
package org.dualtraining.kit.query;

import org.jspecify.annotations.NullMarked;
