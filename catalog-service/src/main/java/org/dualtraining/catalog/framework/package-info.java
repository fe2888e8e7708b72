/**
 * Owns: competency frameworks, their versions, competencies and differences.
 * Calls: identity; lists for the answers of lists; the kit.
 * Must not: know where a version came from (a document, an edit) or what a rule says about a competency.
 */
@NullMarked
package org.dualtraining.catalog.framework;

import org.jspecify.annotations.NullMarked;
