package org.dualtraining.catalog.rendition;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** The text of a PDF as lines, by where each letter stands; what repeats at the edges of its pages is left out. */
final class PdfLines {

    private static final int MOST_PAGES = 300;

    static {
        FontMappers.set(new TextFonts());
    }

    private PdfLines() {}

    static Rendition read(byte[] bytes) throws IOException {
        PdfStreams.requireBounded(bytes);
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw UnreadableDocument.because("must have at most " + MOST_PAGES + " pages");
            }
            PdfGlyphs glyphs = new PdfGlyphs(MOST_PAGES);
            glyphs.writeText(document, Writer.nullWriter());
            return Rendition.ofLines(Format.PDF, numbered(glyphs));
        } catch (InvalidPasswordException e) {
            throw UnreadableDocument.because("is encrypted with a password; save it without one");
        }
    }

    private static List<RenderedLine> numbered(PdfGlyphs glyphs) {
        List<PdfPage> all = glyphs.pages();
        if (all.stream().allMatch(page -> page.lines().isEmpty())) {
            throw UnreadableDocument.because(
                    "is a PDF without text, as a scanner makes it; send one with text, or the original document");
        }
        List<PdfPage> pages = PdfEdges.without(all);
        PdfLayout layout = PdfLayout.of(pages);
        List<RenderedLine> lines = new ArrayList<>();
        for (PdfPage page : pages) {
            glyphs.requireTime();
            boolean opensPage = true;
            for (String text : layout.texts(page)) {
                lines.add(new RenderedLine(lines.size() + 1, text, page.number(), opensPage));
                opensPage = false;
            }
        }
        return lines;
    }
}
