package org.dualtraining.plan.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/** Lays a page out as a PDF that carries its own fonts, whatever names are written with; tagged (PDF/UA) unless it is huge. */
final class PdfPrinter {

    private static final String FAMILY = "Liberation Sans";

    /**
     * Characters of a page. Tags take more of the heap than all else: of the largest plan, five hundred pages, more than
     * the service has. A plan of a hundred lines stays far below.
     */
    private static final int MOST_TAGGED = 300_000;

    static {
        // it would log what is on the page
        XRLog.setLoggingEnabled(false);
    }

    private PdfPrinter() {}

    static byte[] print(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            TrueTypeFont regular = font("LiberationSans-Regular.ttf");
            TrueTypeFont bold = font("LiberationSans-Bold.ttf");
            Document page = Jsoup.parse(html);
            sayWhetherLettersAreMissing(page, regular);
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(pdf);
            builder.useFont(embedded(pdf, regular), FAMILY, 400, FontStyle.NORMAL, true);
            builder.useFont(embedded(pdf, bold), FAMILY, 700, FontStyle.NORMAL, true);
            builder.usePdfUaAccessibility(html.length() <= MOST_TAGGED);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            // not as XML text: a page may hold characters that XML has no way to write
            builder.withW3cDocument(new W3CDom().fromJsoup(page), "");
            builder.withProducer("dual-training");
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The document closes the font. */
    private static TrueTypeFont font(String file) throws IOException {
        InputStream bytes = Objects.requireNonNull(PdfPrinter.class.getResourceAsStream("/liberation/" + file), file);
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        // looking for ligatures took three quarters of the time, and hides letters from whoever searches the text
        font.setEnableGsub(false);
        return font;
    }

    /** Only the letters that occur. */
    private static PDFontSupplier embedded(PDDocument pdf, TrueTypeFont font) throws IOException {
        return new PDFontSupplier(PDType0Font.load(pdf, font, true));
    }

    /** A name must not become something else in silence. */
    private static void sayWhetherLettersAreMissing(Document page, TrueTypeFont font) throws IOException {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        boolean isComplete = page.body()
                .text()
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && Character.getType(c) != Character.FORMAT)
                .allMatch(c -> glyphs.getGlyphId(c) != 0 && !isWrittenLeftwards(c));
        if (!isComplete) {
            page.select("h1")
                    .after("<p>This PDF cannot show every letter of the document as it is written; missing ones stand"
                            + " as #. The web page and the DOCX show them.</p>");
        }
    }

    /** The layout sets every line to the right. */
    private static boolean isWrittenLeftwards(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
