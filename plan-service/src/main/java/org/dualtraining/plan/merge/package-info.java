/**
 * Owns: the merge of two entries of one person.
 * Calls: apprentice, completion, signoff, trainingplan.
 * Must not: delete anything of either entry.
 */
@NullMarked
package org.dualtraining.plan.merge;

import org.jspecify.annotations.NullMarked;
