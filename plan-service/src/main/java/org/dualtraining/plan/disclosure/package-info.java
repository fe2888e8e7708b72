/**
 * Owns: the record of who read which person's data, why and when.
 * Calls: nothing of ours.
 * Must not: change or forget an entry, or let a read pass whose entry cannot be written.
 */
@NullMarked
package org.dualtraining.plan.disclosure;

import org.jspecify.annotations.NullMarked;
