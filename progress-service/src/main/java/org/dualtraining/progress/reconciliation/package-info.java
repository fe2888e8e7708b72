/**
 * Owns: reconciliations: what plan-service says of its plans now, held against what its events came to here.
 * Calls: intake.
 * Must not: mend anything; it names what differs.
 */
@NullMarked
package org.dualtraining.progress.reconciliation;

import org.jspecify.annotations.NullMarked;
