package org.dualtraining.catalog.rendition;

/**
 * A letter, or what one sign stands for, and where it is, in points from the upper left corner as the text runs.
 *
 * @param direction in degrees
 */
record PdfGlyph(String text, float x, float y, float width, float size, int direction) {

    float end() {
        return x + width;
    }

    boolean isBlank() {
        return text.isBlank() || text.equals("\u00A0");
    }
}
