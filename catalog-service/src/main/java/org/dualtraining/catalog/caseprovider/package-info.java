/**
 * Owns: answering as a CASE provider, versions 1.1 and 1.0: what the current versions are in CASE, and the query.
 * Calls: casepackage, caseexchange, export (its name and its turn), framework (whose current versions it follows), identity.
 * Must not: change a framework; its tables are made of the versions and can be made again.
 */
@NullMarked
package org.dualtraining.catalog.caseprovider;

import org.jspecify.annotations.NullMarked;
