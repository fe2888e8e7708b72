package org.dualtraining.catalog.workprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.OccupationTitle;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Skill;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.WorkProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spreadsheets as people fill them in. */
class SpreadsheetTest {

    private static byte[] workbook(Consumer<XSSFWorkbook> more) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            row(workbook.createSheet("details"), 0, "RAPIDS code", "OCCUPATION TITLE", "Registration Date");
            row(workbook.getSheet("details"), 1, "0157", "Baker", "");
            row(
                    workbook.createSheet("Work Processes"),
                    0,
                    "Skill Title",
                    "work process title",
                    "Minimum Hours",
                    "Maximum Hours",
                    "Skill Answer Option 1",
                    "Work Process Sub Category",
                    "Work Process Sort Order");
            more.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void row(Sheet sheet, int at, String... cells) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    private static WorkProcessDocument read(byte[] workbook) {
        return Standards.read(workbook, "application/octet-stream");
    }

    @Test
    void a_skill_without_a_title_before_it_continues_the_process_above() {
        WorkProcessDocument document = read(workbook(workbook -> {
            Sheet sheet = workbook.getSheet("Work Processes");
            row(sheet, 1, "kneads", "Bread", "100", "200", "never", "Dough");
            row(sheet, 2, "bakes", "");
            row(sheet, 900, "sells", "Shop");
            row(sheet, 901, "counts", "Shop");
        }));

        assertThat(document.processes())
                .extracting(WorkProcess::title, WorkProcess::subCategory, process -> process.skills().stream()
                        .map(Skill::name)
                        .toList())
                .containsExactly(
                        tuple("Bread", "Dough", List.of("kneads", "bakes")),
                        tuple("Shop", null, List.of("sells", "counts")));
        assertThat(document.processes().get(0).skills().get(0).answers()).containsExactly("never");
    }

    @Test
    void a_formula_gives_the_result_that_the_file_carries_or_nothing() {
        WorkProcessDocument document = read(workbook(workbook -> {
            Sheet sheet = workbook.getSheet("Work Processes");
            row(sheet, 1, "", "Bread");
            sheet.getRow(1).createCell(2).setCellFormula("40+60");
            workbook.getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(sheet.getRow(1).getCell(2));
            sheet.getRow(1).createCell(3).setCellFormula("400+600");
        }));

        assertThat(document.processes().get(0).hours())
                .isEqualTo(new WorkProcessDocument.Hours(new BigDecimal("100"), null));
        assertThat(document.findings())
                .extracting(Finding::kind, Finding::text)
                .containsExactly(
                        tuple(FindingKind.COMPUTED_CELL, "Work Processes!C2"),
                        tuple(FindingKind.COMPUTED_CELL, "Work Processes!D2"));
        assertThat(document.findings().get(1).reason()).contains("no result");
    }

    @Test
    void a_day_is_an_iso_date() {
        WorkProcessDocument document = read(workbook(workbook -> {
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("m/d/yy"));
            workbook.getSheet("details").getRow(1).getCell(2).setCellValue(LocalDate.of(2024, 2, 29));
            workbook.getSheet("details").getRow(1).getCell(2).setCellStyle(date);
            row(workbook.getSheet("Work Processes"), 1, "", "Bread");
        }));

        assertThat(document.details()).containsEntry("Registration Date", "2024-02-29");
    }

    @Test
    void what_is_no_figure_is_reported() {
        WorkProcessDocument document =
                read(workbook(workbook -> row(workbook.getSheet("Work Processes"), 1, "", "Bread", "many", "2")));

        assertThat(document.findings())
                .extracting(Finding::kind, Finding::text, Finding::line)
                .containsExactly(tuple(FindingKind.FIGURE_NOT_READ, "many", 2));
    }

    @Test
    void a_workbook_of_other_sheets_is_refused_with_what_was_looked_for() {
        assertThatThrownBy(() -> read(workbook(workbook -> workbook.setSheetName(0, "Budget"))))
                .isInstanceOfSatisfying(NoWorkProcessSchedule.class, refusal -> assertThat(
                                refusal.problem().errors())
                        .extracting("detail")
                        .anyMatch(detail -> detail.toString().contains("'Details'")));
    }

    @Test
    void a_skill_of_another_sort_order_without_a_title_is_reported_with_its_sheet() {
        WorkProcessDocument document = read(workbook(workbook -> {
            Sheet sheet = workbook.getSheet("Work Processes");
            row(sheet, 1, "kneads", "Bread", "100", "200", "", "", "1");
            row(sheet, 2, "rests", "", "", "", "", "", "1");
            row(sheet, 3, "bakes", "", "", "", "", "", "2");
        }));

        assertThat(document.findings())
                .extracting(Finding::kind, Finding::line)
                .containsExactly(tuple(FindingKind.AMBIGUOUS_GROUPS, 4));
        assertThat(document.findings().get(0).reason()).endsWith("(sheet Work Processes)");
    }

    @ParameterizedTest
    @MethodSource("noTitles")
    void an_occupation_without_letter_or_digit_or_of_more_than_a_line_is_refused(String title) {
        assertThatThrownBy(() -> read(workbook(workbook -> row(workbook.getSheet("details"), 1, "0157", title, ""))))
                .isInstanceOfSatisfying(NoWorkProcessSchedule.class, refusal -> assertThat(
                                refusal.problem().errors())
                        .extracting("detail")
                        .anyMatch(detail -> detail.toString().contains("'Occupation Title'")));
    }

    static Stream<String> noTitles() {
        return Stream.of("***", "b".repeat(OccupationTitle.LONGEST + 1));
    }
}
