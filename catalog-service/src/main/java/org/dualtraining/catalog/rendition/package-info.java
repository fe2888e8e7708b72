/**
 * Owns: from the bytes of a file to its lines and sheets, in plain text, DOCX, PDF and XLSX, within fixed bounds.
 * Calls: the refusal of upload; the libraries that read these formats.
 * Must not: know what a document says, store, fetch anything, or let a library's exception out.
 */
@NullMarked
package org.dualtraining.catalog.rendition;

import org.jspecify.annotations.NullMarked;
