/**
 * Owns: occupations with their alternate titles and codes, and their search.
 * Calls: nothing of ours but the kit.
 * Must not: know frameworks or documents.
 */
@NullMarked
package org.dualtraining.catalog.occupation;

import org.jspecify.annotations.NullMarked;
