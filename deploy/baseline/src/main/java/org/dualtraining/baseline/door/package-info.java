/**
 * Owns: an endpoint that inserts one row and one that returns a constant record, on the stack of the product.
 * Calls: service-kit.
 * Must not: do anything that the product's endpoints need not do.
 */
@NullMarked
package org.dualtraining.baseline.door;

import org.jspecify.annotations.NullMarked;
