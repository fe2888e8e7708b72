/**
 * Owns: the answers of lists that portals ask for again and again, as bytes with a strong ETag.
 * Calls: identity.
 * Must not: know what a list is about.
 */
@NullMarked
package org.dualtraining.catalog.lists;

import org.jspecify.annotations.NullMarked;
