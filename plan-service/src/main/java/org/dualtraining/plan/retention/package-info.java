/**
 * Owns: when a person's data is due for erasure, and the erasure.
 * Calls: apprentice, completion, signoff, trainingplan.
 * Must not: delete a row, or touch ids, dates and credits, on which other services' figures rest.
 */
@NullMarked
package org.dualtraining.plan.retention;

import org.jspecify.annotations.NullMarked;
