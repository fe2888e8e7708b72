/**
 * Owns: competency frameworks, their versions, competencies and differences.
 * Calls: identity.
 * Must not: know where a version came from (a document, an edit) or what a rule says about a competency.
 */
@NullMarked
package org.dualtraining.catalog.framework;

import org.jspecify.annotations.NullMarked;
