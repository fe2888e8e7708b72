package org.dualtraining.catalog.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.rendition.OfficeFixture.paragraph;
import static org.dualtraining.catalog.rendition.OfficeFixture.run;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a Word file is its text. */
class DocxLinesTest {

    private static List<String> lines(OfficeFixture docx) {
        return Renditions.read(docx.bytes(), Format.DOCX.mediaType()).lines().stream()
                .map(RenderedLine::text)
                .toList();
    }

    private static List<String> lines(String body) {
        return lines(OfficeFixture.docx(body));
    }

    @Test
    void deletions_are_left_out_and_insertions_kept() {
        assertThat(lines(paragraph(
                        run("Audit "),
                        "<w:del><w:r><w:delText>no </w:delText></w:r></w:del>",
                        "<w:ins><w:r><w:t>patient </w:t></w:r></w:ins>",
                        "<w:moveFrom>" + run("gone") + "</w:moveFrom>",
                        run("records"))))
                .containsExactly("Audit patient records");
    }

    @Test
    void a_deleted_row_and_a_deleted_end_of_a_paragraph_are_followed() {
        String row = "<w:tr><w:tc>" + paragraph(run("kept")) + "</w:tc></w:tr>";
        String deleted = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph(run("gone")) + "</w:tc></w:tr>";

        assertThat(lines("<w:tbl>" + row + deleted + "</w:tbl>")).containsExactly("kept");
        assertThat(lines("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("one ") + "</w:p>"
                        + paragraph(run("line"))))
                .containsExactly("one line");
    }

    @Test
    void text_boxes_hidden_text_and_prompts_are_no_text() {
        assertThat(lines(paragraph(
                        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
                        "<w:r><w:drawing><w:txbxContent>" + paragraph(run("boxed"))
                                + "</w:txbxContent></w:drawing></w:r>",
                        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Click to enter")
                                + "</w:sdtContent></w:sdt>",
                        "<w:sdt><w:sdtPr/><w:sdtContent>" + run("entered") + "</w:sdtContent></w:sdt>")))
                .containsExactly("entered");
    }

    @Test
    void a_soft_line_break_is_a_line_and_a_tab_a_tab() {
        assertThat(lines(paragraph(run("one"), "<w:r><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>")))
                .containsExactly("one", "two\tthree");
    }

    @Test
    void a_merged_cell_keeps_the_columns_and_a_list_in_a_cell_its_lines() {
        String item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>";
        String table = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + paragraph(run("all"))
                + "</w:tc></w:tr><w:tr><w:tc>" + paragraph(run("A. Safety")) + item + run("wear gloves") + "</w:p>"
                + "</w:tc><w:tc>" + paragraph(run("500")) + "</w:tc></w:tr></w:tbl>";

        assertThat(lines(table)).containsExactly("all\t", "A. Safety\t500", "    - wear gloves");
    }

    @Test
    void nested_tables_are_read_to_a_depth_and_no_further() {
        String nested = "<w:tbl><w:tr><w:tc>".repeat(3) + paragraph(run("deep")) + "</w:tc></w:tr></w:tbl>".repeat(3);

        assertThat(lines(nested)).containsExactly("deep");
    }
}
