/**
 * Owns: what xAPI statements say as course completions, and which of them were voided.
 * Calls: completion, completionsource, party.
 * Must not: store completions itself.
 */
@NullMarked
package org.dualtraining.plan.xapi;

import org.jspecify.annotations.NullMarked;
