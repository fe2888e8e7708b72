/**
 * Owns: this service's copy of published framework versions.
 * Calls: catalog-service over HTTP.
 * Must not: know plans.
 */
@NullMarked
package org.dualtraining.plan.catalog;

import org.jspecify.annotations.NullMarked;
