/**
 * Owns: how many parked completions a learner id or a course mapping could release.
 * Calls: nothing of ours.
 * Must not: change a completion; that is the replay's.
 */
@NullMarked
package org.dualtraining.plan.parked;

import org.jspecify.annotations.NullMarked;
