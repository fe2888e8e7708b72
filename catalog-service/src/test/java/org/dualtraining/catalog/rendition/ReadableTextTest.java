package org.dualtraining.catalog.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dualtraining.kit.problem.Malformed;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no line and no cell may hold, and cells that stand nowhere. */
class ReadableTextTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static byte[] workbook(String cell) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("Details").createRow(2).createCell(1).setCellValue(cell);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] workbookWith(UnaryOperator<String> change) {
        OfficeFixture office = OfficeFixture.of(workbook("Baker"));
        String before = office.text(SHEET);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        return office.part(SHEET, after.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    private static Rendition docx(String text) {
        return Renditions.read(
                OfficeFixture.docx(OfficeFixture.paragraph(OfficeFixture.run("first"))
                                + OfficeFixture.paragraph(OfficeFixture.run(text)))
                        .bytes(),
                DOCX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202E", "\u202A", "\u2066", "\u2069", "\u0092", "\u007F"})
    void every_rendition_refuses_the_same_characters_and_says_where(String character) {
        String text = "We" + character + "lder";

        assertThatThrownBy(() -> Renditions.read(("first\n" + text).getBytes(StandardCharsets.UTF_8), "text/plain"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("line 2 holds");
        assertThatThrownBy(() -> docx(text)).isInstanceOf(Malformed.class).hasMessageContaining("line 2 holds");
        assertThatThrownBy(() -> Renditions.read(workbook(text), XLSX))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("sheet 1 row 3 column B holds");
        assertThatThrownBy(() -> Rendition.ofLines(Format.PDF, List.of(new RenderedLine(7, text, 1, true))))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("line 7 holds");
    }

    @Test
    void a_line_separator_parts_lines_of_a_docx_as_it_parts_those_of_a_text() {
        assertThat(docx("one\u2028two").lines()).extracting(RenderedLine::text).containsExactly("first", "one", "two");
    }

    @Test
    void a_line_and_a_cell_have_at_most_twenty_thousand_characters() {
        assertThat(docx("x".repeat(20_000)).lines()).hasSize(2);
        assertThatThrownBy(() -> docx("x".repeat(20_001)))
                .isInstanceOfSatisfying(UnreadableDocument.class, refusal -> assertThat(
                                refusal.problem().errors())
                        .extracting("pointer", "detail")
                        .containsExactly(tuple("line 2", "must have at most 20000 characters")));
        assertThatThrownBy(() -> Renditions.read(workbook("x".repeat(20_001)), XLSX))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("sheet 1 row 3 column B must have at most 20000 characters");
    }

    static Stream<Named<UnaryOperator<String>>> lostCells() {
        return Stream.of(
                Named.of("no reference", xml -> xml.replace("\"B3\"", "\"?!\"")),
                Named.of("a column that no program has", xml -> xml.replace("\"B3\"", "\"ZZZ3\"")),
                Named.of("a shared text that is not there", xml -> xml.replace("<v>0</v>", "<v>9</v>")),
                Named.of("a negative shared text", xml -> xml.replace("<v>0</v>", "<v>-1</v>")),
                Named.of("a cell twice", xml -> xml.replace("</row>", "<c r=\"B3\" t=\"str\"><v>Cook</v></c></row>")));
    }

    @ParameterizedTest
    @MethodSource("lostCells")
    void a_cell_that_would_be_lost_is_refused_with_its_row(UnaryOperator<String> change) {
        assertThatThrownBy(() -> Renditions.read(workbookWith(change), XLSX))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("sheet 1 row 3");
    }

    @Test
    void cells_without_references_follow_each_other() {
        Rendition read = Renditions.read(workbookWith(xml -> xml.replace(" r=\"B3\"", "")), XLSX);

        assertThat(read.sheets().get(0).rows().get(0).cells()).containsExactly("Baker");
    }
}
