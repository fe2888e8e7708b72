/**
 * Owns: credentials that apprentices hold from elsewhere, and the evidence of them.
 * Calls: apprentice, trainingplan, disclosure.
 * Must not: decide what a credential is enough for.
 */
@NullMarked
package org.dualtraining.plan.priorcredential;

import org.jspecify.annotations.NullMarked;
