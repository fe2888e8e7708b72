package org.dualtraining.catalog.documentimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.FRAMEWORKS;
import static org.dualtraining.catalog.CatalogApi.IMPORTS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.competencyId;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.post;
import static org.dualtraining.catalog.CatalogApi.seedFor;
import static org.dualtraining.catalog.CatalogApi.smallModel;
import static org.dualtraining.catalog.CatalogApi.version;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dualtraining.catalog.CatalogApi;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.WithServers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithServers
class DocumentImportResourceTest {

    @Inject
    Jdbi jdbi;

    private long storedRows() {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT (SELECT count(*) FROM occupation) + (SELECT count(*) FROM framework_version)
                            + (SELECT count(*) FROM competency) + (SELECT count(*) FROM certification)
                            + (SELECT count(*) FROM document_import)
                        """).mapTo(Long.class).one());
    }

    @Test
    void the_seed_becomes_a_draft_with_a_report() {
        Response response = post(seedFor(newOccupation()));

        String id = response.then()
                .statusCode(201)
                .body("changed", equalTo(true))
                .body("version", equalTo(1))
                .body("counts.occupations", equalTo(1))
                .body("counts.alternateTitles", equalTo(8))
                .body("counts.competencies", equalTo(15))
                .body("counts.certifications", equalTo(5))
                .body("counts.formRows", equalTo(15))
                .body("matches", hasSize(15))
                .body("matches.findAll { it.how == 'EXACT' }", hasSize(13))
                .body(
                        "matches.findAll { it.how == 'ALIAS' }.formRow",
                        contains(
                                "Healthcare Delivery", "Health Informatics Skills using the Electronic Health Records"))
                .body("findings.kind", hasItem("DEFINITION_OF_ANOTHER_TERM"))
                .body("findings.findAll { it.kind == 'FORM_NAME_DIFFERS' }", hasSize(2))
                .extract()
                .path("id");
        response.then().header("Location", endsWith(IMPORTS + "/" + id));
        agency().get(IMPORTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1.1\""))
                .body("", equalTo(response.jsonPath().getMap("")));
        agency().header("If-None-Match", "\"1.1\"")
                .get(IMPORTS + "/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void the_seed_has_these_findings() {
        post(SeedDocument.bytes())
                .then()
                .body(
                        "findings.kind",
                        containsInAnyOrder(
                                "DEFINITION_OF_ANOTHER_TERM",
                                "DEFINITION_OF_ANOTHER_TERM",
                                "ACRONYM_TRANSPOSED",
                                "RECORDS_AS_ACTORS",
                                "NUMBER_DIFFERS",
                                "ABBREVIATION_DIFFERS_FROM_ISSUER",
                                "FORM_NAME_DIFFERS",
                                "FORM_NAME_DIFFERS"))
                .body("findings.line.contains(null)", equalTo(false));
    }

    @Test
    void ids_of_the_seed_are_the_same_in_every_installation() {
        String framework = post(SeedDocument.bytes())
                .then()
                .body("id", equalTo("8c0ebd38-eeb2-5436-8f46-9edf43b42b59"))
                .extract()
                .path("frameworkId");

        assertThat(framework).isEqualTo("7d6eea88-ec0e-5633-bac7-bdb0f6996e21");
        assertThat(competencyId(UUID.fromString(framework), 1, "Perform Basic Coding"))
                .isEqualTo("41994f67-f5fc-5b4b-ac07-662da4e55b82");
    }

    @Test
    void the_same_document_again_changes_nothing() {
        String document = seedFor(newOccupation());
        Response first = post(document);
        long rows = storedRows();

        Response second = post(document);

        second.then().statusCode(200).body("changed", equalTo(false)).body("id", equalTo(first.path("id")));
        assertThat(storedRows()).isEqualTo(rows);
        assertThat(second.jsonPath().getList("matches"))
                .isEqualTo(first.jsonPath().getList("matches"));
    }

    static Stream<Named<UnaryOperator<String>>> copies() {
        return Stream.of(
                Named.of("CRLF", text -> text.replace("\n", "\r\n")),
                Named.of("no-break spaces", text -> text.replace(' ', '\u00A0')),
                Named.of("straight quotes", text -> text.replace('\u2019', '\'')),
                Named.of("byte order mark and no blank lines before", text -> "\uFEFF" + text.stripLeading()));
    }

    @ParameterizedTest
    @MethodSource("copies")
    void a_copy_with_other_bytes_changes_nothing_and_gives_the_same_ids(UnaryOperator<String> copy) {
        String document = seedFor(newOccupation());
        Response first = post(document);

        Response second = post(copy.apply(document));

        second.then().statusCode(200).body("changed", equalTo(false)).body("id", equalTo(first.path("id")));
        assertThat(second.jsonPath().getList("matches.competencyId"))
                .isEqualTo(first.jsonPath().getList("matches.competencyId"));
    }

    @ParameterizedTest
    @MethodSource("copies")
    void ids_follow_from_the_text_and_not_from_the_bytes(UnaryOperator<String> copy) {
        String document = smallModel(newOccupation());
        Response first = post(copy.apply(document));

        // another document, so that it is stored, with the same names
        Response second = post(document.replace("works safely", "stays unharmed"));

        second.then().statusCode(201).body("version", equalTo(2));
        assertThat(second.jsonPath().getList("matches.competencyId"))
                .isEqualTo(first.jsonPath().getList("matches.competencyId"));
    }

    @Test
    void the_same_document_at_once_is_stored_once() {
        String document = smallModel(newOccupation());
        ExecutorService pool = Executors.newFixedThreadPool(8);

        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> post(document).statusCode(), pool));
        }

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 200)
                .hasSize(7);
        pool.shutdown();
    }

    @Test
    void a_later_document_makes_a_draft_that_keeps_ids_and_retires_nothing() {
        String occupation = newOccupation();
        UUID framework = CatalogApi.published(seedFor(occupation));
        String delivery = competencyId(framework, 1, "Audit Patient Records");
        byte[] before = version(framework, 1).asByteArray();
        String later = seedFor(occupation)
                .replaceAll("(?m)^- Manage Patient Information.*\\R", "")
                .replaceAll("(?m)^Manage Patient Information\\t*", "Schedule Visits\t\t\t\t")
                .replace("- Audit Patient Records", "- Schedule Visits \u2013 finds a date.\n- Audit Patient Records")
                .replace("- Healthcare Delivery Services", "- Healthcare Delivery")
                .replace("Medical Administrative Assistant (CMAA)", "");

        post(later)
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body(
                        "findings.findAll { it.kind == 'NOT_MENTIONED' }.text",
                        contains("Manage Patient Information", "Medical Administrative Assistant"));

        assertThat(competencyId(framework, 2, "Audit Patient Records")).isEqualTo(delivery);
        version(framework, 2)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("formOrder", hasSize(16))
                .body("certifications", hasSize(5))
                .body("sections[1].competencies.name", hasItem("Manage Patient Information"));
        assertThat(version(framework, 1).asByteArray()).isEqualTo(before);
        agency().get(FRAMEWORKS + framework + "/diff?from=1&to=2")
                .then()
                .statusCode(200)
                .body("new.name", contains("Schedule Visits"))
                .body("reworded.name", contains("Healthcare Delivery"))
                .body("reworded[0].before.name", equalTo("Healthcare Delivery Services"))
                .body("kept", hasSize(13))
                .body("notMentioned.name", contains("Manage Patient Information"))
                .body("changed", hasSize(0))
                .body("retired", hasSize(0));
    }

    @Test
    void the_report_lists_each_heading_that_was_found() {
        post(seedFor(newOccupation()))
                .then()
                .body(
                        "headings.kind",
                        contains(
                                "OCCUPATION",
                                "BASED_ON",
                                "MODEL_FOR",
                                "ALTERNATE_TITLES",
                                "INDUSTRY_SECTOR",
                                "OCCUPATION_SPECIFIC",
                                "CERTIFICATIONS",
                                "FORM",
                                "FORM_COLUMNS",
                                "FORM_RELATED_INSTRUCTION",
                                "FORM_ON_THE_JOB"))
                .body("headings[4].text", equalTo("Industry-Sector Technical Competencies"))
                .body("headings[0].line", equalTo(8));
    }

    @Test
    void a_row_of_the_form_that_matches_nothing_is_reported_and_the_rest_imported() {
        post(smallModel(newOccupation()).replace("\nMeasuring\nSafety", "\nMeasuring\nSafety\nJuggling"))
                .then()
                .statusCode(201)
                .body("counts.formRows", equalTo(4))
                .body("matches", hasSize(3))
                .body("findings.find { it.kind == 'UNMATCHED_FORM_ROW' }.text", equalTo("Juggling"));
    }

    @Test
    void what_is_no_competency_model_is_refused_with_what_was_looked_for() {
        long rows = storedRows();

        isProblem(post("Dear Sir or Madam,\n\nplease find attached our invoice.\n"), 422)
                .body("type", endsWith(":no-competency-model"))
                .body("errors.detail", hasItem("looked for a line 'Occupation: ...' and did not find it"))
                .body(
                        "errors.detail",
                        hasItem("looked for a heading 'Industry-Sector Technical Competencies' and did not find it"))
                .body(
                        "errors.detail",
                        hasItem("looked for a heading 'Occupation-Specific Competencies' and did not find it"));
        isProblem(post(""), 422);

        assertThat(storedRows()).isEqualTo(rows);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        long rows = storedRows();

        isProblem(post(smallModel(newOccupation()).getBytes(StandardCharsets.UTF_16)), 400);
        isProblem(post(smallModel(newOccupation()).replace("welds", "we\0lds")), 400)
                .body("detail", containsString("line "));
        isProblem(post("Occupation: Sch\u00FCler".getBytes(StandardCharsets.ISO_8859_1)), 400);

        assertThat(storedRows()).isEqualTo(rows);
    }

    @Test
    void other_media_types_are_refused_with_what_is_accepted() {
        for (String type : List.of(
                "application/vnd.ms-word.document.macroEnabled.12",
                "application/msword",
                "application/json",
                "text/html")) {
            isProblem(agency().contentType(type).body(SeedDocument.bytes()).post(IMPORTS), 415)
                    .header("Accept-Post", containsString("text/plain"))
                    .body("detail", containsString("text/plain"));
        }
    }

    @Test
    void more_than_a_mebibyte_is_refused() {
        byte[] large = "x".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8);

        agency().contentType("text/plain").body(large).post(IMPORTS).then().statusCode(413);
    }

    @Test
    void a_file_name_is_kept_as_provenance_and_checked() {
        UUID framework = UUID.fromString(agency().contentType("text/plain; charset=UTF-8")
                .body(smallModel(newOccupation()).getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS + "?name=trade.txt")
                .then()
                .statusCode(201)
                .body("source.name", equalTo("trade.txt"))
                .extract()
                .path("frameworkId"));

        version(framework, 1).then().body("provenance.source.name", equalTo("trade.txt"));
        isProblem(
                agency().urlEncodingEnabled(false)
                        .contentType("text/plain")
                        .body("x")
                        .post(IMPORTS + "?name=a%00b"),
                400);
    }

    @Test
    void a_report_that_is_not_there_is_not_found() {
        isProblem(agency().get(IMPORTS + "/" + UUID.randomUUID()), 404);
        isProblem(agency().get(IMPORTS + "/no-uuid"), 404);
    }
}
