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
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;

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
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(pdf);
            builder.useFont(font(pdf, "LiberationSans-Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
            builder.useFont(font(pdf, "LiberationSans-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
            builder.usePdfUaAccessibility(html.length() <= MOST_TAGGED);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            // not as XML text: a page may hold characters that XML has no way to write
            builder.withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html)), "");
            builder.withProducer("dual-training");
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Only the letters that occur are embedded; the document closes the font. */
    private static PDFontSupplier font(PDDocument pdf, String file) throws IOException {
        InputStream bytes = Objects.requireNonNull(PdfPrinter.class.getResourceAsStream("/liberation/" + file), file);
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        // looking for ligatures took three quarters of the time, and hides letters from whoever searches the text
        font.setEnableGsub(false);
        return new PDFontSupplier(PDType0Font.load(pdf, font, true));
    }
}
