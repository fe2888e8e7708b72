/**
 * Owns: ratings of on-the-job competencies by assessors.
 * Calls: trainingplan.
 * Must not: decide what credits a plan line.
 */
@NullMarked
package org.dualtraining.plan.signoff;

import org.jspecify.annotations.NullMarked;
