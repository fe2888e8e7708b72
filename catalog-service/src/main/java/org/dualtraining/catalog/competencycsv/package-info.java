/**
 * Owns: the competency framework CSV of Moodle: reading, checking and writing it, and what of it the catalog has no place for.
 * Calls: framework, frameworkimport, export, identity.
 * Must not: cut a cell, drop a row, or decide whether an import is stored.
 */
@NullMarked
package org.dualtraining.catalog.competencycsv;

import org.jspecify.annotations.NullMarked;
