/**
 * Owns: what a CASE package is: read, checked, compared, made from a framework version, written as version 1.0 or 1.1.
 * Calls: framework (its records), identity.
 * Must not: know HTTP or a table; everything here is a function of its arguments.
 */
@NullMarked
package org.dualtraining.catalog.casepackage;

import org.jspecify.annotations.NullMarked;
