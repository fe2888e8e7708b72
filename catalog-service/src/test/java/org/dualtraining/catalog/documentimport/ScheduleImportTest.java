package org.dualtraining.catalog.documentimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.IMPORTS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.post;
import static org.dualtraining.catalog.CatalogApi.seedFor;
import static org.dualtraining.catalog.CatalogApi.version;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dualtraining.catalog.WithServers;
import org.dualtraining.catalog.workprocess.Standards;
import org.junit.jupiter.api.Test;

/** Work process schedules become versions like any other. */
@QuarkusTest
@WithServers
class ScheduleImportTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static Response send(String type, byte[] bytes) {
        return agency().contentType(type).body(bytes).post(IMPORTS);
    }

    private static byte[] spreadsheetFor(String occupation) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                        new ByteArrayInputStream(Standards.bytes("occupation-standards-template.xlsx")));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getSheet("Details").getRow(1).getCell(3).setCellValue(occupation);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void the_departments_document_becomes_a_version_with_its_schedule() {
        Response answer = send(DOCX, Standards.bytes("appraisal-work-process-schedule.docx"));

        UUID framework = UUID.fromString(answer.then()
                .statusCode(201)
                .body("occupation.title", equalTo("APPRAISAL AND VALUATION OF REAL PROPERTY"))
                .body("counts.certifications", equalTo(0))
                .body("headings.kind", hasItems("WORK_PROCESSES", "RELATED_INSTRUCTION", "PERIOD", "COURSE_GROUP"))
                .body("findings.kind", hasItems("CREDITS_NOT_HOURS", "DUPLICATE_COMPETENCY"))
                .extract()
                .path("frameworkId"));
        Response version = version(framework, 1);
        version.then()
                .statusCode(200)
                .body("sections.kind", contains("INDUSTRY_SECTOR_TECHNICAL", "OCCUPATION_SPECIFIC"))
                .body("sections[1].competencies.name", hasItem("Gather pertinent data"))
                .body("schedule.workProcesses.title", contains("Year One", "Year Two", "Year Three", "Year Four"))
                .body("schedule.relatedInstruction", hasSize(80))
                .body("schedule.relatedInstruction[0].hours", equalTo(30))
                .body("schedule.relatedInstruction.findAll { it.unit == 'CREDITS' }", hasSize(40));
        List<String> formOrder = version.jsonPath().getList("formOrder");
        assertThat(formOrder)
                .startsWith(version.jsonPath().getString("sections[0].competencies[0].id"))
                .doesNotHaveDuplicates();
        // the name that two years have is one competency
        assertThat(version.jsonPath().getString("schedule.workProcesses[0].competencyIds[5]"))
                .isEqualTo(version.jsonPath().getString("schedule.workProcesses[1].competencyIds[0]"));
        send("text/plain", Standards.bytes("appraisal-work-process-schedule.txt"))
                .then()
                .statusCode(200)
                .body("changed", equalTo(false));
    }

    @Test
    void the_spreadsheet_becomes_a_version_with_hours_wages_and_details() throws IOException {
        byte[] spreadsheet = spreadsheetFor(newOccupation());

        Response answer = send(XLSX, spreadsheet);

        UUID framework = UUID.fromString(answer.then().statusCode(201).extract().path("frameworkId"));
        version(framework, 1)
                .then()
                .body("schedule.details.'Sponsor Name'", equalTo("Hardy Corporation"))
                .body("schedule.workProcesses[0].hours.maximum", equalTo(1000))
                .body("schedule.workProcesses[0].competencyId", notNullValue())
                .body("schedule.wageSchedule", hasSize(3))
                .body("schedule.relatedInstruction", hasSize(4))
                .body("sections[0].competencies.name", contains("Welding", "Intro to Tools", "Intro to Computers"))
                .body("sections[1].competencies[0].definition", containsString("good safety practices"));
        send(XLSX, spreadsheet).then().statusCode(200).body("changed", equalTo(false));
    }

    @Test
    void a_schedule_beside_a_model_of_the_same_occupation_takes_nothing_away() throws IOException {
        String occupation = newOccupation();
        UUID framework = UUID.fromString(
                post(seedFor(occupation)).then().statusCode(201).extract().path("frameworkId"));

        send(XLSX, spreadsheetFor(occupation)).then().statusCode(201).body("version", equalTo(2));

        version(framework, 2)
                .then()
                .body("description", containsString("responsible for compiling"))
                .body("certifications", hasSize(5))
                .body("sections[1].competencies.name", hasItems("Safety", "Perform Basic Coding"));
    }

    @Test
    void a_spreadsheet_of_another_kind_is_refused_with_what_was_looked_for() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("Budget").createRow(0).createCell(0).setCellValue(1);
            workbook.write(out);

            isProblem(send(XLSX, out.toByteArray()), 422)
                    .body("errors.detail", hasItem(containsString("a sheet 'WorkProcesses'")));
        }
    }
}
