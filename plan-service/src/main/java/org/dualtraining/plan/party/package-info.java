/**
 * Owns: employers and providers.
 * Calls: nothing of ours.
 * Must not: know apprentices or plans.
 */
@NullMarked
package org.dualtraining.plan.party;

import org.jspecify.annotations.NullMarked;
