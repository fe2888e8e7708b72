/**
 * Owns: RFC 9457 problem details, the one refusal type and its mapping to HTTP.
 * Calls: nothing of ours.
 * Must not: know a domain noun, echo a value that a caller sent.
 */
@NullMarked
package org.dualtraining.kit.problem;

import org.jspecify.annotations.NullMarked;
