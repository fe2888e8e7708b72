/**
 * Owns: ratings of on-the-job competencies by assessors and evidence of prior learning.
 * Calls: trainingplan, apprentice, planhistory, disclosure.
 * Must not: decide what credits a plan line.
 */
@NullMarked
package org.dualtraining.plan.signoff;

import org.jspecify.annotations.NullMarked;
