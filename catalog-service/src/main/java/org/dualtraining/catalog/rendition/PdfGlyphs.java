package org.dualtraining.catalog.rendition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the letters of each page with their places, within bounds of number and time. */
final class PdfGlyphs extends PDFTextStripper {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_ON_A_PAGE = 50_000;
    private static final int MOST_CONTENT_STREAMS = 200;
    private static final int MOST_CONTENT_BYTES = 3 << 20;

    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private final int mostPages;
    private final List<PdfPage> pages = new ArrayList<>();
    private final List<PdfGlyph> glyphs = new ArrayList<>();
    private final Map<Integer, Integer> directions = new HashMap<>();
    private long characters;
    private int lines;

    PdfGlyphs(int mostPages) {
        this.mostPages = mostPages;
    }

    List<PdfPage> pages() {
        return pages;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        requireTime();
        // the number of pages that the document says may be another one
        if (pages.size() >= mostPages) {
            throw UnreadableDocument.because("must have at most " + mostPages + " pages");
        }
        requireBoundedContent(page);
        glyphs.clear();
        directions.clear();
        super.processPage(page);
        int usual = directions.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        // what runs across is a stamp or a watermark
        glyphs.removeIf(glyph -> glyph.direction() != usual);
        PdfPage read = PdfPage.of(pages.size() + 1, page.getMediaBox().getHeight(), glyphs);
        lines += read.lines().size();
        Rendition.requireLines(lines);
        pages.add(read);
    }

    /** One small stream may stand for the page's content a million times, and the library joins them in memory. */
    private static void requireBoundedContent(PDPage page) throws IOException {
        Iterator<PDStream> streams = page.getContentStreams();
        long bytes = 0;
        for (int count = 0; streams.hasNext(); count++) {
            try (InputStream content = streams.next().createInputStream()) {
                bytes += content.transferTo(OutputStream.nullOutputStream());
            }
            if (count >= MOST_CONTENT_STREAMS || bytes > MOST_CONTENT_BYTES) {
                throw UnreadableDocument.because("has a page that is larger inside than any document's");
            }
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        requireTime();
        super.processOperator(operator, operands);
    }

    void requireTime() {
        if (System.nanoTime() - deadline > 0) {
            throw UnreadableDocument.because("takes longer to read than " + LONGEST.toSeconds() + " seconds");
        }
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = plain(position.getUnicode());
        if (text.isEmpty()) {
            return;
        }
        characters += text.length();
        Rendition.requireCharacters(characters);
        if (glyphs.size() >= MOST_ON_A_PAGE) {
            throw UnreadableDocument.because("must have at most " + MOST_ON_A_PAGE + " characters on a page");
        }
        int direction = (int) position.getDir();
        directions.merge(direction, 1, Integer::sum);
        glyphs.add(new PdfGlyph(
                text,
                position.getXDirAdj(),
                position.getYDirAdj(),
                position.getWidthDirAdj(),
                Math.max(1, position.getFontSizeInPt()),
                direction));
    }

    /** Without joined letters such as "fi", which are signs of their own, and without control characters. */
    private static String plain(String text) {
        if (text == null) {
            return "";
        }
        String plain = text.chars().anyMatch(c -> c >= 0xFB00 && c <= 0xFB06)
                ? Normalizer.normalize(text, Normalizer.Form.NFKC)
                : text;
        return plain.replace('\t', ' ').replaceAll("[\\p{Cc}\\uFFFE\\uFFFF]", "");
    }
}
