package org.dualtraining.catalog.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A PDF of the permitted size may have a letter per line and a place per letter. */
class PdfLimitsTest {

    private static final String TOO_MANY_LINES = "at most 10000 lines";

    private static String refusal(ThrowingCallable reading) {
        UnreadableDocument refusal = catchThrowableOfType(UnreadableDocument.class, reading);
        assertThat(refusal).isNotNull();
        return refusal.problem().toString();
    }

    private static PdfGlyph letter(float x, float y) {
        return new PdfGlyph("a", x, y, 1, 1, 0);
    }

    @Test
    void a_page_is_refused_while_its_lines_are_made() {
        List<PdfGlyph> letters =
                IntStream.range(0, 10_002).mapToObj(i -> letter(0, i)).toList();

        assertThat(refusal(() -> PdfPage.of(1, 792, letters))).contains(TOO_MANY_LINES);
    }

    @Test
    void lines_are_counted_before_the_next_page_is_read() {
        // the third page would be refused for its letters
        byte[] pdf = pdf(6_000, 6_000, 0);

        assertThat(refusal(() -> Renditions.read(pdf, "application/pdf"))).contains(TOO_MANY_LINES);
        assertThat(refusal(() -> Renditions.read(pdf(4_000, 4_000, 0), "application/pdf")))
                .contains("characters on a page");
    }

    /** Pages of so many lines of one letter; 0 is one line of more letters than a page may have. */
    private static byte[] pdf(int... linesOfPages) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int lines : linesOfPages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 1);
                    for (int i = 0; i < lines; i++) {
                        content.newLineAtOffset(1, -1);
                        content.showText("a");
                    }
                    if (lines == 0) {
                        content.showText("ab".repeat(25_001));
                    }
                    content.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void indenting_many_lines_that_all_begin_elsewhere_takes_no_square_of_their_number() {
        List<PdfLine> lines = IntStream.range(0, 200_000)
                .mapToObj(i -> new PdfLine("a", List.of(5f * i), 12f * i, 10))
                .toList();
        PdfPage page = new PdfPage(1, 792, lines);

        List<String> texts = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> PdfLayout.of(List.of(page)).texts(page));

        assertThat(texts).hasSize(lines.size()).startsWith("a", " a", "  a").endsWith(" ".repeat(60) + "a");
    }

    @Test
    void a_line_of_letters_that_stand_alone_keeps_a_hundred_columns_and_all_its_text() {
        PdfLine line = PdfLine.of(
                IntStream.range(0, 1_000).mapToObj(i -> letter(10f * i, 0)).toList());

        assertThat(line.starts()).hasSize(100);
        assertThat(line.text()).hasSize(1_999);
    }
}
