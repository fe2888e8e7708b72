/**
 * Owns: what happens at the first start after this service's database was restored.
 * Calls: trainingplan.
 * Must not: raise the epoch by itself; what was acknowledged may be gone, and somebody has to know.
 */
@NullMarked
package org.dualtraining.plan.restore;

import org.jspecify.annotations.NullMarked;
