/**
 * Owns: what an LTI score (Assignment and Grade Services) says as a course completion.
 * Calls: completion, completionsource, party.
 * Must not: store anything itself.
 */
@NullMarked
package org.dualtraining.plan.lti;

import org.jspecify.annotations.NullMarked;
