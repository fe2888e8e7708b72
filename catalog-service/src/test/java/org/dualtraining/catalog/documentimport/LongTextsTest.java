package org.dualtraining.catalog.documentimport;

import static org.dualtraining.catalog.CatalogApi.IMPORTS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.post;
import static org.dualtraining.catalog.CatalogApi.smallModel;
import static org.dualtraining.catalog.CatalogApi.version;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dualtraining.catalog.WithServers;
import org.dualtraining.catalog.rendition.OfficeFixture;
import org.dualtraining.catalog.workprocess.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that could be stored and not be read again is refused with its place. */
@QuarkusTest
@WithServers
class LongTextsTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static Response send(String type, byte[] bytes) {
        return agency().contentType(type).body(bytes).post(IMPORTS);
    }

    private static byte[] docx(String model, String last) {
        StringBuilder body = new StringBuilder();
        (model + "\n" + last).lines().forEach(line -> body.append(OfficeFixture.paragraph(OfficeFixture.run(line))));
        return OfficeFixture.docx(body.toString()).bytes();
    }

    /** The template with a text below a heading of a sheet. */
    private static byte[] spreadsheet(String sheetName, String heading, int row, String text) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                        new ByteArrayInputStream(Standards.bytes("occupation-standards-template.xlsx")));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getSheet("Details").getRow(1).getCell(3).setCellValue(newOccupation());
            XSSFSheet sheet = workbook.getSheet(sheetName);
            int column = -1;
            for (int i = 0; i < sheet.getRow(0).getLastCellNum(); i++) {
                column = sheet.getRow(0).getCell(i).getStringCellValue().strip().equalsIgnoreCase(heading) ? i : column;
            }
            var target = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
            target.createCell(column).setCellValue(text);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"paragraph", "- item", "a\tform row"})
    void a_paragraph_of_two_million_characters_is_refused_with_its_line(String begin) {
        isProblem(send(DOCX, docx(smallModel(newOccupation()), begin + " (".repeat(1_000_000))), 422)
                .body("errors[0].pointer", startsWith("line "))
                .body("errors[0].detail", containsString("at most 20000 characters"));
    }

    @Test
    void a_text_of_one_line_is_refused_with_its_line() {
        isProblem(post(smallModel(newOccupation()) + "\n" + "A  B  ".repeat(150_000)), 422)
                .body("errors[0].detail", containsString("at most 20000 characters"));
    }

    @ParameterizedTest
    @CsvSource({
        "Details, Sponsor Name, 1, 25000",
        "Details, Sponsor Name, 2, 25000",
        "WorkProcesses, Minimum Hours, 1, 25000",
        "WorkProcesses, Work Process Sub Category, 1, 350",
        "RelatedInstruction, Related Training Organization, 1, 350",
        "WageSchedule, Step Duration, 1, 350",
        "WageSchedule, Step Level Title, 1, 5000"
    })
    void a_cell_that_is_longer_than_its_text_may_be_is_refused(String sheet, String heading, int row, int length)
            throws IOException {
        isProblem(send(XLSX, spreadsheet(sheet, heading, row, "x".repeat(length))), 422)
                .body("errors[0].detail", containsString("must have at most"));
    }

    @Test
    void a_finding_quotes_the_beginning_of_a_long_line_and_both_answers_can_be_read() throws IOException {
        Response answer = send(XLSX, spreadsheet("Details", "Sponsor Name", 2, "word ".repeat(3_900)));

        answer.then()
                .statusCode(201)
                .body("findings.text", hasItem(hasLength(500)))
                .body("findings.text*.length()", everyItem(lessThanOrEqualTo(500)));
        agency().get(answer.header("Location")).then().statusCode(200);
        version(UUID.fromString(answer.path("frameworkId")), 1).then().statusCode(200);
    }

    @Test
    void codes_that_mean_nothing_are_findings() throws IOException {
        send(XLSX, spreadsheet("Details", "RAPIDS Code", 1, "ABC"))
                .then()
                .statusCode(201)
                .body("findings.findAll { it.kind == 'CODE_NOT_KNOWN' }.text", hasItem("ABC"))
                .body("findings.findAll { it.kind == 'CODE_NOT_KNOWN' }.text", hasItem("13-1071.01"));
        send(XLSX, spreadsheet("Details", "Onet Code", 1, "99-9999.99"))
                .then()
                .statusCode(201)
                .body("findings.findAll { it.kind == 'CODE_NOT_KNOWN' }.text", hasItem("99-9999.99"));
    }
}
