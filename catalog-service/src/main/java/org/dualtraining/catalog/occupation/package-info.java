/**
 * Owns: occupations with their alternate titles and codes, the crosswalk of codes, and their search.
 * Calls: framework, whose current version titles an occupation; lists for the answers of searches; the kit.
 * Must not: read documents.
 */
@NullMarked
package org.dualtraining.catalog.occupation;

import org.jspecify.annotations.NullMarked;
