/**
 * Owns: the tables of kept figures and the names of organisations and competencies in them.
 * Calls: plan, eligibility, for what a batch changed.
 * Must not: count anew; figures follow from differences.
 */
@NullMarked
package org.dualtraining.progress.rollup;

import org.jspecify.annotations.NullMarked;
