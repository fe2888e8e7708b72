/**
 * Owns: how names are compared, and the ids that follow from names.
 * Calls: nothing of ours but the kit.
 * Must not: know a document, a table or HTTP.
 */
@NullMarked
package org.dualtraining.catalog.identity;

import org.jspecify.annotations.NullMarked;
