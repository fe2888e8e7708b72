package org.dualtraining.catalog.competencycsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.FRAMEWORKS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.college;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.catalog.CatalogApi;
import org.dualtraining.catalog.WithServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Competency CSVs through the doors of import and export. */
@QuarkusTest
@WithServers
class CompetencyCsvResourceTest {

    private static final String IMPORTS = "/api/v1/framework-imports";

    @Test
    void a_csv_becomes_a_draft_with_its_tree() {
        UUID framework = imported(CsvSample.of(newIdNumber()));
        CatalogApi.version(framework, 1)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("title", equalTo("Wood Shop"))
                .body("description", equalTo("What a cabinet maker does."))
                .body("sections", hasSize(1))
                .body("sections[0].kind", equalTo("OCCUPATION_SPECIFIC"))
                .body("sections[0].competencies.name", contains("Saws", "Hand planes", "-Glue"))
                .body("sections[0].competencies[0].children.name", contains("Band saw", "Table saw, 10\""))
                .body(
                        "sections[0].competencies[0].children[0].definition",
                        equalTo("Sets the guides.\nCuts curves\nSays \"clear\" & waits"))
                .body("sections[0].competencies[1].definition", equalTo("=cmd|' /C calc'!A0"));
    }

    @Test
    void the_same_again_changes_nothing_whatever_its_headings_and_line_ends() {
        String idNumber = newIdNumber();
        UUID framework = imported(CsvSample.of(idNumber));
        for (String again : List.of(
                CsvSample.of(idNumber),
                CsvSample.oldDialect(idNumber),
                "\uFEFF" + CsvSample.of(idNumber).replace(",,\n", ",,\r\n"))) {
            post(again)
                    .then()
                    .statusCode(200)
                    .body("frameworkId", equalTo(framework.toString()))
                    .body("version", equalTo(1))
                    .body("changed", is(false));
        }
    }

    @Test
    void what_is_exported_has_the_cells_that_were_imported_and_is_no_news() {
        String text = CsvSample.of(newIdNumber());
        UUID framework = imported(text);
        byte[] exported = exported(framework, 1);
        assertThat(cells(CompetencyCsv.read(exported))).isEqualTo(cells(CsvSample.read(text)));
        post(exported).then().statusCode(200).body("changed", is(false)).body("version", equalTo(1));
    }

    @Test
    void an_export_is_a_csv_file_with_a_strong_tag() {
        UUID framework = imported(CsvSample.of(newIdNumber()));
        Response response = export(framework, 1);
        response.then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", endsWith("wood-shop-v1-csv.csv\""));
        college()
                .header("If-None-Match", response.header("ETag"))
                .queryParam("format", "csv")
                .get(FRAMEWORKS + framework + "/versions/1/export")
                .then()
                .statusCode(304);
    }

    @Test
    void an_edit_of_the_draft_is_laid_over_the_rows_that_came_in() {
        UUID framework = imported(CsvSample.of(newIdNumber()));
        String planes = CatalogApi.competencyId(framework, 1, "Hand planes");
        agency().header("If-Match", CatalogApi.version(framework, 1).header("ETag"))
                .contentType("application/json")
                .body(Map.of("name", "Planes by hand", "definition", "Planes <flat>."))
                .put(FRAMEWORKS + framework + "/versions/1/competencies/" + planes)
                .then()
                .statusCode(200);
        byte[] exported = exported(framework, 1);
        CsvRow edited = row(exported, "planes, hand");
        assertThat(edited.name()).isEqualTo("Planes by hand");
        assertThat(edited.definition()).isEqualTo("Planes <flat>.");
        assertThat(edited.cell(Column.CROSS_REFERENCES)).isEqualTo("band-saw");
        assertThat(row(exported, "band-saw").cell(Column.DESCRIPTION)).startsWith("<p>Sets the guides.</p>");
    }

    @Test
    void a_later_file_of_the_same_framework_is_a_revision_that_keeps_ids_and_retires_nothing() {
        String idNumber = newIdNumber();
        UUID framework = imported(CsvSample.of(idNumber));
        String glue = CatalogApi.competencyId(framework, 1, "-Glue");
        String bandSaw = CatalogApi.version(framework, 1).path("sections[0].competencies[0].children[0].id");
        String later = CsvSample.of(idNumber)
                        .replace(",glue,-Glue,'+it,2,,,,0,null,,15,0,\n", "")
                        .replace("\"Band saw\"", "\"Band saws\"")
                        .replace("\"glue,planes%2C hand\"", "")
                + "saws,jigsaw,Jigsaw,,1,,,,0,null,,16,,\n";
        post(later)
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("diff.new.name", contains("Jigsaw"))
                .body("diff.reworded.id", contains(bandSaw))
                .body("diff.kept.name", hasSize(3))
                .body("diff.notMentioned.id", contains(glue));
        CatalogApi.version(framework, 2)
                .then()
                .body("findings.kind", contains("NOT_MENTIONED"))
                .body("sections[0].competencies.name", contains("Saws", "Hand planes", "-Glue"));
        post(later).then().statusCode(200).body("version", equalTo(2)).body("changed", is(false));
        post(exported(framework, 2)).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void a_change_in_a_column_that_the_catalog_does_not_show_is_a_revision_too() {
        String idNumber = newIdNumber();
        UUID framework = imported(CsvSample.of(idNumber));
        String later = CsvSample.of(idNumber).replace("\"Low,High\"", "\"Low,Middle,High\"");
        post(later).then().statusCode(201).body("diff.kept", hasSize(5)).body("diff.changed", empty());
        assertThat(row(exported(framework, 2), "band-saw").cell(Column.SCALE_VALUES))
                .isEqualTo("Low,Middle,High");
        assertThat(row(exported(framework, 1), "band-saw").cell(Column.SCALE_VALUES))
                .isEqualTo("Low,High");
    }

    @Test
    void a_dry_run_answers_the_report_and_stores_nothing() {
        String text = CsvSample.of(newIdNumber());
        String framework = postDry(text)
                .then()
                .statusCode(200)
                .body("dryRun", is(true))
                .body("changed", is(true))
                .body("version", nullValue())
                .body("competencies", equalTo(5))
                .extract()
                .path("frameworkId");
        isProblem(college().get(FRAMEWORKS + framework), 404);
        UUID stored = imported(text);
        assertThat(stored).hasToString(framework);
        postDry(text.replace("Hand planes", "Planes")).then().statusCode(200).body("diff.reworded", hasSize(1));
        isProblem(CatalogApi.version(stored, 2), 404);
    }

    @Test
    void a_broken_file_is_refused_whole_with_every_row_that_is_wrong() {
        String good = CsvSample.of(newIdNumber());
        String framework = postDry(good).then().extract().path("frameworkId");
        isProblem(
                        post(
                                good
                                        + "nowhere,orphan,Orphan,,1,,,,,,,,,\n,glue,Again,,1,,,,,,,,,\n,nameless,,,1,,,,,,,,,\n"),
                        422)
                .body("type", endsWith(":broken-competency-csv"))
                .body(
                        "errors.pointer",
                        contains("/rows/8/Parent ID number", "/rows/9/ID number", "/rows/10/Short name"))
                .body("errors.detail", not(contains(containsString("nowhere"))));
        isProblem(college().get(FRAMEWORKS + framework), 404);
    }

    @Test
    void a_competency_of_another_framework_is_refused_with_its_row() {
        String taken = UUID.randomUUID().toString();
        imported(CsvSample.withRows("," + taken + ",One").replace(",F,", "," + newIdNumber() + ","));
        isProblem(
                        post(CsvSample.withRows(",1,One", "," + taken + ",Two")
                                .replace(",F,", "," + newIdNumber() + ",")),
                        409)
                .body("errors.pointer", contains("/rows/4/ID number"));
    }

    @Test
    void rows_of_one_name_are_told_apart_may_be_edited_and_come_out_as_they_came_in() {
        String text = CsvSample.of(newIdNumber()).replace("Hand planes", "saws");
        Response imported = post(text);
        imported.then().statusCode(201).body("notes", hasSize(1)).body("notes[0].text", startsWith("another row"));
        UUID framework = UUID.fromString(imported.path("frameworkId"));
        byte[] exported = exported(framework, 1);
        assertThat(cells(CompetencyCsv.read(exported))).isEqualTo(cells(CsvSample.read(text)));
        post(exported).then().statusCode(200).body("changed", is(false));

        String planes = CatalogApi.competencyId(framework, 1, "saws (planes, hand)");
        agency().header("If-Match", CatalogApi.version(framework, 1).header("ETag"))
                .contentType("application/json")
                .body(Map.of("name", "saws (planes, hand)", "definition", "Flattens."))
                .put(FRAMEWORKS + framework + "/versions/1/competencies/" + planes)
                .then()
                .statusCode(200);
        assertThat(row(exported(framework, 1), "planes, hand").name()).isEqualTo("saws");
        assertThat(row(exported(framework, 1), "planes, hand").definition()).isEqualTo("Flattens.");
    }

    @Test
    void references_to_nothing_are_kept_and_said() {
        post(CsvSample.of(newIdNumber()).replace(",null,band-saw,", ",null,\"band-saw,lathe\","))
                .then()
                .statusCode(201)
                .body("notes", hasSize(1))
                .body("notes[0].text", startsWith("row 6 refers to an ID number that no row has"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml"})
    void another_media_type_is_refused(String type) {
        isProblem(
                agency().contentType(type)
                        .body("a,b".getBytes(StandardCharsets.UTF_8))
                        .post(IMPORTS),
                415);
    }

    @Test
    void utf_16_is_read_and_other_bytes_are_refused() {
        String text = CsvSample.of(newIdNumber()) + ",e,Caf\u00E9,,1,,,,,,,,,\n";
        isProblem(post(text.getBytes(StandardCharsets.ISO_8859_1)), 400).body("detail", containsString("line 9"));
        post(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).then().statusCode(201);
        post(text).then().statusCode(200);
    }

    @Test
    void a_document_exports_with_sections_on_top_and_ids_as_id_numbers() {
        UUID framework = CatalogApi.imported(CatalogApi.seedFor(CatalogApi.newOccupation()));
        CompetencyCsv csv = CompetencyCsv.read(exported(framework, 1));
        assertThat(csv.framework().idNumber()).isEqualTo(framework.toString());
        assertThat(csv.framework().cell(Column.SCALE_VALUES)).isEqualTo("0,1,2,3,4");
        assertThat(csv.rows()).hasSize(17);
        assertThat(csv.rows().stream().filter(csv::isTop).map(CsvRow::idNumber))
                .containsExactly("INDUSTRY_SECTOR_TECHNICAL", "OCCUPATION_SPECIFIC");
        assertThat(csv.rows().stream().filter(row -> row.parentIdNumber().equals("OCCUPATION_SPECIFIC")))
                .hasSize(5);
    }

    @Test
    void the_export_of_a_document_is_no_news_to_the_catalog() {
        UUID framework = CatalogApi.imported(CatalogApi.seedFor(CatalogApi.newOccupation()));
        post(exported(framework, 1))
                .then()
                .statusCode(200)
                .body("frameworkId", equalTo(framework.toString()))
                .body("changed", is(false));
    }

    @Test
    void a_document_that_was_edited_as_a_csv_keeps_ids_sections_form_order_and_certifications() {
        UUID framework = CatalogApi.imported(CatalogApi.smallModel(CatalogApi.newOccupation()));
        String csv =
                new String(exported(framework, 1), StandardCharsets.UTF_8).replace("works safely", "works very safely");
        String safety = CatalogApi.competencyId(framework, 1, "Safety");
        post(csv + "OCCUPATION_SPECIFIC,w2,Welding upside down,,2,,,,,,,,,\r\n")
                .then()
                .statusCode(201)
                .body("frameworkId", equalTo(framework.toString()))
                .body("diff.changed.id", contains(safety))
                .body("diff.new.name", contains("Welding upside down"))
                .body("diff.kept", hasSize(2));
        List<String> form = CatalogApi.version(framework, 1).path("formOrder");
        CatalogApi.version(framework, 2)
                .then()
                .body("sections[1].competencies.name", contains("Welding", "Welding upside down"))
                .body("certifications", hasSize(2))
                .body("formOrder.subList(0, 3)", equalTo(form));
    }

    @Test
    void the_largest_file_met_in_the_wild_is_imported_and_exported_in_seconds() {
        String text = CsvSample.large(newIdNumber(), 2_664);
        long start = System.nanoTime();
        UUID framework = imported(text);
        byte[] exported = exported(framework, 1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        assertThat(cells(CompetencyCsv.read(exported))).isEqualTo(cells(CsvSample.read(text)));
    }

    /** The database checks each row at the end, and has its own time limit. */
    @Test
    void as_many_rows_as_a_file_may_have_are_imported() {
        UUID framework = imported(CsvSample.large(newIdNumber(), RowReader.MOST_ROWS - 1));
        assertThat(CompetencyCsv.read(exported(framework, 1)).rows()).hasSize(RowReader.MOST_ROWS - 1);
    }

    private static String newIdNumber() {
        return CatalogApi.newOccupation();
    }

    private static UUID imported(String text) {
        return UUID.fromString(post(text)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/versions/1"))
                .extract()
                .path("frameworkId"));
    }

    private static Response post(String text) {
        return post(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response post(byte[] file) {
        return agency().contentType("text/csv").body(file).post(IMPORTS);
    }

    private static Response postDry(String text) {
        return agency().contentType("text/csv; charset=utf-8")
                .queryParam("dryRun", "true")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS);
    }

    private static Response export(UUID framework, int version) {
        return college().queryParam("format", "csv").get(FRAMEWORKS + framework + "/versions/" + version + "/export");
    }

    private static byte[] exported(UUID framework, int version) {
        return export(framework, version).then().statusCode(200).extract().asByteArray();
    }

    private static CsvRow row(byte[] file, String idNumber) {
        return CompetencyCsv.read(file).rows().stream()
                .filter(row -> row.idNumber().equals(idNumber))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> cells(CompetencyCsv csv) {
        return Stream.concat(Stream.of(csv.framework()), csv.rows().stream())
                .map(CsvRow::cells)
                .toList();
    }
}
