/**
 * Owns: the export of everything that is held about one person.
 * Calls: apprentice, disclosure; reads the tables of the other features.
 * Must not: change anything, or leave out a table that holds personal data.
 */
@NullMarked
package org.dualtraining.plan.personrecord;

import org.jspecify.annotations.NullMarked;
