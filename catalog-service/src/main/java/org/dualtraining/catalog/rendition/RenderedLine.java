package org.dualtraining.catalog.rendition;

/**
 * One line. The cells of a table's row are apart by tabs; an item of a list begins with blanks for its level and a dash.
 *
 * @param number from 1; of a PDF and a DOCX, among the lines that were taken out of it
 * @param page from 1; 0 where pages are not known
 * @param opensPage whether nobody can tell how many blank lines are above it
 */
public record RenderedLine(int number, String text, int page, boolean opensPage) {}
