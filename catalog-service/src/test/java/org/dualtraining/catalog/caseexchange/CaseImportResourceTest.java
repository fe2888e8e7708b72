package org.dualtraining.catalog.caseexchange;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualtraining.catalog.CaseSchemas;
import org.dualtraining.catalog.CatalogApi;
import org.dualtraining.catalog.WithServers;
import org.dualtraining.catalog.casepackage.CaseJson;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithServers
class CaseImportResourceTest {

    private static final String IMPORTS = "/api/v1/framework-imports";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @ParameterizedTest
    @ValueSource(strings = {"opensalt_Ordering.json", "smarterbalanced_mockHSMATH.json", "smarterbalanced_mockPT.json"})
    void a_real_package_goes_out_by_every_door_as_it_came_in(String name) {
        ObjectNode file = another(name);
        String framework = file.at("/CFDocument/identifier").asText();
        post(file)
                .then()
                .statusCode(201)
                .body("frameworkId", equalTo(framework))
                .body("competencies", equalTo(file.get("CFItems").size()));
        assertThat(json(export(framework, 1, "case-1.0"))).isEqualTo(file);
        assertThat(json(CatalogApi.college().get("/ims/case/v1p0/CFPackages/" + framework)))
                .isEqualTo(file);
        assertThat(CaseSchemas.violations(
                        CaseVersion.V1_1, export(framework, 1, "case-1.1").asString()))
                .isEmpty();
        assertThat(CaseSchemas.violations(
                        CaseVersion.V1_1,
                        CatalogApi.college()
                                .get("/ims/case/v1p1/CFPackages/" + framework)
                                .asString()))
                .isEmpty();
        CatalogApi.agency()
                .post(CatalogApi.FRAMEWORKS + framework + "/versions/1/publication")
                .then()
                .statusCode(200);
        assertThat(json(export(framework, 1, "case-1.0"))).isEqualTo(file);
    }

    @Test
    void the_same_content_again_changes_nothing_and_times_are_no_content() {
        ObjectNode file = another("opensalt_Ordering.json");
        post(file).then().statusCode(201).body("changed", equalTo(true));
        post(file).then().statusCode(200).body("changed", equalTo(false)).body("version", equalTo(1));
        file.withObjectProperty("CFDocument").put("lastChangeDateTime", "2019-01-01T00:00:00Z");
        post(file).then().statusCode(200).body("changed", equalTo(false));
    }

    @Test
    void a_title_that_is_longer_than_an_index_holds_is_stored_whole() {
        ObjectNode file = another("opensalt_Ordering.json");
        String title =
                Stream.generate(UUID::randomUUID).limit(300).map(UUID::toString).collect(joining(" "));
        file.withObjectProperty("CFDocument").put("title", title);
        String framework = post(file).then().statusCode(201).extract().path("frameworkId");
        CatalogApi.version(UUID.fromString(framework), 1).then().body("title", equalTo(title));
    }

    @Test
    void a_dry_run_answers_the_report_and_stores_nothing() {
        ObjectNode file = another("opensalt_Ordering.json");
        String framework = file.at("/CFDocument/identifier").asText();
        CatalogApi.agency()
                .contentType("application/json")
                .queryParam("dryRun", true)
                .body(CaseJson.bytes(file))
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("changed", equalTo(true))
                .body("version", nullValue());
        CatalogApi.college().get(CatalogApi.FRAMEWORKS + framework).then().statusCode(404);
        CatalogApi.college()
                .get("/ims/case/v1p1/CFDocuments/" + framework)
                .then()
                .statusCode(404);
    }

    @Test
    void a_revision_makes_a_draft_of_the_same_framework_with_a_difference_by_content() {
        ObjectNode file = another("opensalt_Ordering.json");
        String framework = file.at("/CFDocument/identifier").asText();
        post(file).then().statusCode(201);
        CatalogApi.agency()
                .post(CatalogApi.FRAMEWORKS + framework + "/versions/1/publication")
                .then()
                .statusCode(200);
        ((ObjectNode) file.at("/CFItems/0"))
                .put("fullStatement", "Reworded")
                .put("lastChangeDateTime", "2020-01-01T00:00:00Z");
        ((ObjectNode) file.at("/CFItems/1")).put("notes", "changed");
        ((ObjectNode) file.at("/CFItems/2")).put("lastChangeDateTime", "2020-01-01T00:00:00Z");
        ((ObjectNode) file.at("/CFAssociations/5")).put("sequenceNumber", 9);
        ((ObjectNode) file.at("/CFDocument")).put("publisher", "ACT");
        Response report = post(file);
        report.then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("formatDiff.rewordedItems", hasSize(1))
                .body("formatDiff.rewordedItems[0].after", containsString("Reworded"))
                .body("formatDiff.changedItems", hasSize(1))
                .body("formatDiff.changedItems[0].members", equalTo(List.of("notes")))
                .body("formatDiff.changedAssociations", hasSize(1))
                .body("formatDiff.documentFields.id", equalTo(List.of("publisher")))
                .body("formatDiff.addedItems", hasSize(0))
                .body("notes.place", hasItem("/CFDocument/lastChangeDateTime"));
        // the draft beside the published version says nothing yet
        CatalogApi.college()
                .get("/ims/case/v1p1/CFDocuments/" + framework)
                .then()
                .body("publisher", nullValue());
        Instant poll = Instant.now();
        CatalogApi.agency()
                .post(CatalogApi.FRAMEWORKS + framework + "/versions/2/publication")
                .then()
                .statusCode(200);
        CatalogApi.college()
                .get("/ims/case/v1p1/CFDocuments/" + framework)
                .then()
                .body("publisher", equalTo("ACT"));
        JsonNode provided = json(CatalogApi.college().get("/ims/case/v1p0/CFPackages/" + framework));
        assertThat(Instant.parse(provided.at("/CFDocument/lastChangeDateTime").asText()))
                .isAfter(poll);
        assertThat(json(export(framework, 2, "case-1.0"))).isEqualTo(provided);
        assertThat(post(file).statusCode()).isEqualTo(200);
        assertThat(post((ObjectNode) provided).statusCode()).isEqualTo(200);
    }

    @Test
    void an_edit_of_an_imported_draft_is_in_the_package_at_once() {
        ObjectNode file = another("opensalt_Ordering.json");
        String framework = file.at("/CFDocument/identifier").asText();
        post(file).then().statusCode(201);
        String item = file.at("/CFItems/1/identifier").asText();
        String tag = CatalogApi.version(UUID.fromString(framework), 1).header("ETag");
        CatalogApi.agency()
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{\"name\":\"Flat figures\",\"definition\":\"In a plane\",\"core\":true}")
                .put(CatalogApi.FRAMEWORKS + framework + "/versions/1/competencies/" + item)
                .then()
                .statusCode(200);
        CatalogApi.college()
                .get("/ims/case/v1p0/CFItems/" + item)
                .then()
                .body("abbreviatedStatement", equalTo("Flat figures"))
                .body("fullStatement", equalTo("In a plane"))
                .body("humanCodingScheme", equalTo("H.A.MATH.GM.PF"));
        JsonNode out = json(export(framework, 1, "case-1.0"));
        assertThat(out.at("/CFItems/0")).isEqualTo(file.at("/CFItems/0"));
        assertThat(out.at("/CFDocument/lastChangeDateTime")).isNotEqualTo(file.at("/CFDocument/lastChangeDateTime"));
    }

    @Test
    void a_package_with_problems_is_refused_whole_or_taken_in_whole_after_a_choice() {
        ObjectNode file = another("opensalt_Ordering.json");
        String framework = file.at("/CFDocument/identifier").asText();
        ((ObjectNode) file.at("/CFItems/3")).remove("fullStatement");
        ((ObjectNode) file.at("/CFItems/4")).put("lastChangeDateTime", "yesterday");
        CatalogApi.isProblem(post(file), 422)
                .body("errors.pointer", equalTo(List.of("/CFItems/3/fullStatement", "/CFItems/4/lastChangeDateTime")))
                .body("detail", containsString("2 problems"));
        CatalogApi.college().get(CatalogApi.FRAMEWORKS + framework).then().statusCode(404);
        CatalogApi.agency()
                .contentType("application/json")
                .queryParam("acceptProblems", true)
                .body(CaseJson.bytes(file))
                .post(IMPORTS)
                .then()
                .statusCode(201)
                .body("competencies", equalTo(28))
                .body("notes.place", hasItem("/CFItems/3/fullStatement"));
        assertThat(CaseSchemas.violations(
                        CaseVersion.V1_0, export(framework, 1, "case-1.0").asString()))
                .isEmpty();
    }

    @Test
    void ids_that_are_none_are_minted_on_request() {
        ObjectNode file = another("opensalt_Ordering.json");
        String item = file.at("/CFItems/0/identifier").asText();
        String text = CaseJson.text(file).replace("\"" + item + "\"", "\"GM.1\"");
        CatalogApi.isProblem(
                        CatalogApi.agency()
                                .contentType("application/json")
                                .body(text)
                                .post(IMPORTS),
                        422)
                .body("errors.pointer", hasItem("/CFItems/0/identifier"));
        String framework = CatalogApi.agency()
                .contentType("application/json")
                .queryParam("mintIdentifiers", true)
                .body(text)
                .post(IMPORTS)
                .then()
                .statusCode(201)
                .body("notes.place", hasItem("/CFItems/0/identifier"))
                .extract()
                .path("frameworkId");
        assertThat(json(export(framework, 1, "case-1.0"))
                        .at("/CFItems/0/sourceIdentifier")
                        .asText())
                .isEqualTo("GM.1");
    }

    @Test
    void our_own_framework_comes_back_with_its_sections_and_certifications() {
        UUID framework = CatalogApi.imported(CatalogApi.smallModel(CatalogApi.newOccupation()));
        String own = export(framework.toString(), 1, "case-1.1").asString();
        CatalogApi.agency()
                .contentType("application/json")
                .body(own)
                .post(IMPORTS)
                .then()
                .statusCode(200)
                .body("changed", equalTo(false));
        String edited = own.replace("works safely", "works very safely");
        CatalogApi.agency()
                .contentType("application/json")
                .body(edited)
                .post(IMPORTS)
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("diff.changed", hasSize(1))
                .body("diff.kept", hasSize(2))
                .body("formatDiff.rewordedItems", hasSize(1));
        CatalogApi.version(framework, 2)
                .then()
                .body("sections.kind", equalTo(List.of("INDUSTRY_SECTOR_TECHNICAL", "OCCUPATION_SPECIFIC")))
                .body("certifications.name", equalTo(List.of("Test Welder", "Test Inspector")))
                .body("formOrder", equalTo(CatalogApi.version(framework, 1).<List<String>>path("formOrder")));
    }

    @Test
    void an_export_is_a_file_with_a_tag_and_an_unknown_format_is_told_the_known_ones() {
        UUID framework = CatalogApi.imported(CatalogApi.smallModel(CatalogApi.newOccupation()));
        Response file = export(framework.toString(), 1, "case-1.1");
        file.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Disposition", containsString("-v1-case-1.1.json\""))
                .header("ETag", notNullValue());
        CatalogApi.college()
                .header("If-None-Match", file.header("ETag"))
                .get(CatalogApi.FRAMEWORKS + framework + "/versions/1/export?format=case-1.1")
                .then()
                .statusCode(304);
        CatalogApi.isProblem(export(framework.toString(), 1, "case-2.0"), 400)
                .body("detail", containsString("case-1.0"));
        CatalogApi.isProblem(CatalogApi.college().get(CatalogApi.FRAMEWORKS + framework + "/versions/1/export"), 400)
                .body("detail", containsString("case-1.1"));
        CatalogApi.isProblem(export(framework.toString(), 7, "case-1.1"), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"CFDocument\":null}",
                "{\"CFDocument\":[]}",
                "{\"CFDocument\":{}}",
                "{\"CFItems\":{}}",
                "{\"CFDocument\":{\"identifier\":7}}",
                "{\"CFDocument\":{},\"CFItems\":[1,null,[]]}"
            })
    void what_is_no_package_is_refused_with_its_places(String body) {
        CatalogApi.isProblem(
                        CatalogApi.agency()
                                .contentType("application/json")
                                .body(body)
                                .post(IMPORTS),
                        422)
                .body("errors", not(hasSize(0)));
    }

    @Test
    void what_is_nested_too_deeply_is_told_the_limit() {
        String deep = "{\"CFDocument\":{},\"extensions\":" + "[".repeat(60) + "]".repeat(60) + "}";
        CatalogApi.isProblem(
                        CatalogApi.agency()
                                .contentType("application/json")
                                .body(deep)
                                .post(IMPORTS),
                        422)
                .body("detail", containsString("nested too deeply: at most 50 levels"));
    }

    @Test
    void items_of_another_framework_are_refused_with_their_places() {
        ObjectNode file = another("opensalt_Ordering.json");
        post(file).then().statusCode(201);
        ObjectNode other = another("opensalt_Ordering.json");
        String taken = file.at("/CFItems/3/identifier").asText();
        String text =
                CaseJson.text(other).replace(other.at("/CFItems/2/identifier").asText(), taken);
        CatalogApi.isProblem(
                        CatalogApi.agency()
                                .contentType("application/json")
                                .body(text)
                                .post(IMPORTS),
                        409)
                .body("errors.pointer", equalTo(List.of("/CFItems/2/identifier")));
    }

    @Test
    void too_many_items_are_refused_with_the_limit() {
        StringBuilder file = new StringBuilder("{\"CFDocument\":{},\"CFItems\":[{}");
        file.append(",{}".repeat(100_000)).append("]}");
        CatalogApi.isProblem(
                        CatalogApi.agency()
                                .contentType("application/json")
                                .body(file.toString())
                                .post(IMPORTS),
                        422)
                .body("detail", containsString("20000"))
                .body("errors[0].pointer", equalTo("/CFItems"));
    }

    /** The same package with other ids, as another test has it already. */
    private static ObjectNode another(String name) {
        String salt = UUID.randomUUID().toString();
        Matcher ids = ID.matcher(new String(CaseSchemas.file(name), StandardCharsets.UTF_8));
        return CaseJson.object(
                ids.replaceAll(id -> UUID.nameUUIDFromBytes((salt + id.group()).getBytes(StandardCharsets.UTF_8))
                        .toString()));
    }

    private static Response post(ObjectNode file) {
        return CatalogApi.agency()
                .contentType("application/json")
                .body(CaseJson.bytes(file))
                .post(IMPORTS);
    }

    private static Response export(String framework, int number, String format) {
        return CatalogApi.college()
                .get(CatalogApi.FRAMEWORKS + framework + "/versions/" + number + "/export?format=" + format);
    }

    private static JsonNode json(Response response) {
        response.then().statusCode(200);
        return CaseJson.object(response.asString());
    }
}
