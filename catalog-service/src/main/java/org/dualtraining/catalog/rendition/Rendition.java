package org.dualtraining.catalog.rendition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a file says, whatever its format: lines of text, or the sheets of a spreadsheet. */
public record Rendition(Format format, List<RenderedLine> lines, List<Sheet> sheets) {

    /** A hundred times what such documents have. */
    private static final int MOST_LINES = 10_000;

    private static final int MOST_CHARACTERS = 4 << 20;

    static Rendition ofTexts(Format format, List<String> texts) {
        requireLines(texts.size());
        List<RenderedLine> lines = new ArrayList<>(texts.size());
        for (String text : texts) {
            lines.add(new RenderedLine(lines.size() + 1, text, 0, false));
        }
        return ofLines(format, lines);
    }

    static Rendition ofLines(Format format, List<RenderedLine> lines) {
        requireLines(lines.size());
        lines.forEach(line -> ReadableText.require("line " + line.number(), line.text()));
        return new Rendition(format, List.copyOf(lines), List.of());
    }

    static Rendition ofSheets(List<Sheet> sheets) {
        return new Rendition(Format.XLSX, List.of(), List.copyOf(sheets));
    }

    static void requireLines(int lines) {
        if (lines > MOST_LINES) {
            throw UnreadableDocument.because("must have at most " + MOST_LINES + " lines");
        }
    }

    static void requireCharacters(long characters) {
        if (characters > MOST_CHARACTERS) {
            throw UnreadableDocument.because("must have at most " + MOST_CHARACTERS + " characters of text");
        }
    }

    /** The page on which a line stands; pages are known of a PDF only. */
    public Optional<Integer> pageOf(int line) {
        return line >= 1 && line <= lines.size()
                ? Optional.of(lines.get(line - 1).page()).filter(page -> page > 0)
                : Optional.empty();
    }
}
