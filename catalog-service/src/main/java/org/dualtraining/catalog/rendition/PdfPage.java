package org.dualtraining.catalog.rendition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A page with its lines from top to bottom. */
record PdfPage(int number, float height, List<PdfLine> lines) {

    /** Letters whose feet differ by less than this share of their size stand on one line. */
    private static final float SAME_LINE = 0.4f;

    /** Refuses more lines while it makes them: a page may have as many as letters, and a line is many times a letter. */
    static PdfPage of(int number, float height, List<PdfGlyph> glyphs) {
        List<PdfGlyph> letters = glyphs.stream()
                .filter(glyph -> !glyph.isBlank())
                .sorted(Comparator.comparingDouble(PdfGlyph::y))
                .toList();
        List<PdfLine> lines = new ArrayList<>();
        List<PdfGlyph> line = new ArrayList<>();
        for (PdfGlyph letter : letters) {
            if (!line.isEmpty() && letter.y() - line.get(0).y() > SAME_LINE * letter.size()) {
                lines.add(PdfLine.of(line));
                Rendition.requireLines(lines.size());
                line.clear();
            }
            line.add(letter);
        }
        if (!line.isEmpty()) {
            lines.add(PdfLine.of(line));
        }
        return new PdfPage(number, height, List.copyOf(lines));
    }
}
