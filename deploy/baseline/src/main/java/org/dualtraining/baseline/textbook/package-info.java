/**
 * Owns: the consumer as a textbook has it: one record, one transaction, entities.
 * Calls: service-kit.
 * Must not: be made slower than a careful reader of the textbook would make it.
 */
@NullMarked
package org.dualtraining.baseline.textbook;

import org.jspecify.annotations.NullMarked;
