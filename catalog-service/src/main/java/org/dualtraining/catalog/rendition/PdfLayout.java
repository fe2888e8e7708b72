package org.dualtraining.catalog.rendition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** From places to text: blank lines for gaps between lines, blanks for indentation, a tab before a lone later column. */
final class PdfLayout {

    /** Two blanks for a tenth of an inch and a bit, in steps that small differences do not reach. */
    private static final float BLANK = 4.5f;

    private static final float SAME_PLACE = 4;

    private static final int MOST_BLANK_LINES = 5;
    private static final int MOST_BLANKS = 60;

    /** Lines of a cell above which a line of another cell may continue. */
    private static final int LINES_OF_A_CELL = 4;

    /** From the margin to where a second column may begin. */
    private static final float NARROWEST_COLUMN = 60;

    private final List<Float> indents;
    private final float pitch;

    private PdfLayout(List<Float> indents, float pitch) {
        this.indents = indents;
        this.pitch = pitch;
    }

    static PdfLayout of(List<PdfPage> pages) {
        List<Float> indents = new ArrayList<>();
        pages.stream()
                .flatMap(page -> page.lines().stream())
                .map(PdfLine::x)
                .sorted()
                .forEach(x -> {
                    if (indents.isEmpty() || x - indents.get(indents.size() - 1) > SAME_PLACE) {
                        indents.add(x);
                    }
                });
        return new PdfLayout(indents, pitch(pages));
    }

    /** The distance of lines within a paragraph: a quarter of all distances at least are of this kind. */
    private static float pitch(List<PdfPage> pages) {
        List<Float> distances = new ArrayList<>();
        for (PdfPage page : pages) {
            for (int i = 1; i < page.lines().size(); i++) {
                float distance =
                        page.lines().get(i).y() - page.lines().get(i - 1).y();
                if (distance > 0.9f * page.lines().get(i).size()) {
                    distances.add(distance);
                }
            }
        }
        distances.sort(null);
        return distances.isEmpty() ? 12 : distances.get(distances.size() / 4);
    }

    List<String> texts(PdfPage page) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < page.lines().size(); i++) {
            PdfLine line = page.lines().get(i);
            if (i > 0) {
                int blank = Math.round((line.y() - page.lines().get(i - 1).y()) / pitch) - 1;
                for (int j = 0; j < Math.min(blank, MOST_BLANK_LINES); j++) {
                    texts.add("");
                }
            }
            texts.add((isLaterColumn(page, i) ? "\t" : indent(line)) + line.text());
        }
        return texts;
    }

    private String indent(PdfLine line) {
        int found = Collections.binarySearch(indents, line.x());
        // of those that are not there, it tells where they would stand
        float x = indents.get(found >= 0 ? found : Math.max(0, -found - 2));
        return " ".repeat(Math.min(Math.round((x - indents.get(0)) / BLANK), MOST_BLANKS));
    }

    /** Whether the line is the rest of a cell that is not in the first column. */
    private boolean isLaterColumn(PdfPage page, int at) {
        PdfLine line = page.lines().get(at);
        if (line.x() - indents.get(0) < NARROWEST_COLUMN) {
            return false;
        }
        for (int above = at - 1; above >= Math.max(0, at - LINES_OF_A_CELL); above--) {
            if (page.lines().get(above).hasColumnAt(line.x(), SAME_PLACE)) {
                return true;
            }
        }
        return false;
    }
}
