/**
 * Owns: importing a document: from its text to a draft version, with a report.
 * Calls: rendition, competencymodel, workprocess and lint to read it; framework, occupation and certification to store it.
 * Must not: publish a version, retire anything, or correct what the document says.
 */
@NullMarked
package org.dualtraining.catalog.documentimport;

import org.jspecify.annotations.NullMarked;
