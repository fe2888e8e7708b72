package org.dualtraining.catalog.rendition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A line of a page.
 *
 * @param text its pieces apart by tabs where the gap is wider than between words
 * @param starts where each piece begins, of the first hundred
 * @param y of its foot, from the top of the page
 */
record PdfLine(String text, List<Float> starts, float y, float size) {

    /** Shares of the letters' size: between words, and between columns. Justified text has gaps of less than its size. */
    private static final float WORD_GAP = 0.17f;

    private static final float COLUMN_GAP = 1.3f;

    /** Bold type is often made by printing a letter twice. */
    private static final float SAME_PLACE = 0.12f;

    /** More than any table has; a line may have thousands of letters that stand alone. */
    private static final int MOST_COLUMNS = 100;

    static PdfLine of(List<PdfGlyph> letters) {
        List<PdfGlyph> sorted =
                letters.stream().sorted(Comparator.comparingDouble(PdfGlyph::x)).toList();
        StringBuilder text = new StringBuilder();
        List<Float> starts = new ArrayList<>();
        PdfGlyph before = sorted.get(0);
        float end = before.x();
        for (PdfGlyph letter : sorted) {
            if (letter != before
                    && letter.text().equals(before.text())
                    && letter.x() - before.x() < SAME_PLACE * letter.size()) {
                continue;
            }
            float gap = letter.x() - end;
            if (text.isEmpty()) {
                starts.add(letter.x());
            } else if (gap > COLUMN_GAP * letter.size()) {
                text.append('\t');
                if (starts.size() < MOST_COLUMNS) {
                    starts.add(letter.x());
                }
            } else if (gap > WORD_GAP * letter.size()) {
                text.append(' ');
            }
            text.append(letter.text());
            end = Math.max(end, letter.end());
            before = letter;
        }
        float size = (float) sorted.stream().mapToDouble(PdfGlyph::size).max().orElse(1);
        return new PdfLine(text.toString(), List.copyOf(starts), sorted.get(0).y(), size);
    }

    float x() {
        return starts.get(0);
    }

    /** Whether a column other than the first begins here. */
    boolean hasColumnAt(float x, float tolerance) {
        return starts.stream().skip(1).anyMatch(start -> Math.abs(start - x) < tolerance);
    }
}
