/**
 * Owns: taking in and giving out frameworks as CASE packages; the packages as they came.
 * Calls: casepackage, frameworkimport and export (whose interfaces it implements), framework, identity.
 * Must not: answer as a CASE provider.
 */
@NullMarked
package org.dualtraining.catalog.caseexchange;

import org.jspecify.annotations.NullMarked;
