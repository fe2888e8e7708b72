/**
 * Owns: certification rules, their pure evaluation, who is eligible since when, and the lock that guards it.
 * Calls: event, history.
 * Must not: increment: eligibility is derived from all credits every time.
 */
@NullMarked
package org.dualtraining.progress.eligibility;

import org.jspecify.annotations.NullMarked;
