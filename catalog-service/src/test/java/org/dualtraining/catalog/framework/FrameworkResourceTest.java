package org.dualtraining.catalog.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.FRAMEWORKS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.college;
import static org.dualtraining.catalog.CatalogApi.competencyId;
import static org.dualtraining.catalog.CatalogApi.imported;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.post;
import static org.dualtraining.catalog.CatalogApi.published;
import static org.dualtraining.catalog.CatalogApi.seedFor;
import static org.dualtraining.catalog.CatalogApi.smallModel;
import static org.dualtraining.catalog.CatalogApi.version;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.catalog.WithServers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithServers
class FrameworkResourceTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_framework_lists_its_versions_and_the_latest_published_one() {
        String occupation = newOccupation();
        UUID framework = imported(smallModel(occupation));
        college()
                .get(FRAMEWORKS + framework)
                .then()
                .statusCode(200)
                .body("occupation.title", equalTo(occupation))
                .body("versions.status", contains("DRAFT"))
                .body("latestPublished", nullValue());

        agency().post(FRAMEWORKS + framework + "/versions/1/publication").then().statusCode(200);

        college()
                .get(FRAMEWORKS + framework)
                .then()
                .body("versions.status", contains("PUBLISHED"))
                .body("versions[0].publishedAt", not(nullValue()))
                .body("latestPublished", equalTo(1));
    }

    @Test
    void a_version_shows_the_whole_model() {
        UUID framework = imported(seedFor(newOccupation()));

        version(framework, 1)
                .then()
                .statusCode(200)
                .body("frameworkId", equalTo(framework.toString()))
                .body("number", equalTo(1))
                .body("status", equalTo("DRAFT"))
                .body("industry", equalTo("Health Care Services"))
                .body("provenance.basedOn[0].title", equalTo("Health: Allied Health Competency Model"))
                .body("provenance.basedOn[0].date", equalTo("December 2011"))
                .body("provenance.source.sha256.length()", equalTo(64))
                .body("sections.kind", contains("INDUSTRY_SECTOR_TECHNICAL", "OCCUPATION_SPECIFIC"))
                .body("sections.recommendedDelivery", contains("RELATED_INSTRUCTION", "ON_THE_JOB"))
                .body("sections[0].competencies", hasSize(5))
                .body("sections[0].competencies[4].name", equalTo("Health Industry Fundamentals"))
                .body("sections[0].competencies[4].children", hasSize(5))
                .body("sections[0].competencies[4].children[0].aliases", contains("Healthcare Delivery"))
                .body("sections[1].competencies", hasSize(5))
                .body("formOrder", hasSize(15))
                .body("certifications.abbreviation", contains("CEHRS", "CCMA", "CMCS", "CPCT/A", "CMAA"))
                .body("findings.kind", hasItem("DEFINITION_OF_ANOTHER_TERM"))
                .header("Cache-Control", containsString("no-cache"));
    }

    @Test
    void the_form_has_an_order_of_its_own() {
        UUID framework = imported(smallModel(newOccupation()));

        List<String> formOrder = version(framework, 1).path("formOrder");

        assertThat(formOrder)
                .containsExactly(
                        competencyId(framework, 1, "Measuring"),
                        competencyId(framework, 1, "Safety"),
                        competencyId(framework, 1, "Welding"));
    }

    @Test
    void a_published_version_is_cacheable_and_answers_304() {
        UUID framework = published(smallModel(newOccupation()));
        String tag = version(framework, 1)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .header("ETag");

        college()
                .header("If-None-Match", tag)
                .get(FRAMEWORKS + framework + "/versions/1")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
    }

    @Test
    void a_published_version_is_read_once_and_then_served_without_sql() {
        UUID framework = published(smallModel(newOccupation()));
        byte[] before = version(framework, 1).asByteArray();

        // behind the service's back: whoever asks the database now sees another name
        jdbi.useHandle(
                h -> h.createUpdate("UPDATE version_competency SET name = name || '!' WHERE framework_id = :framework")
                        .bind("framework", framework)
                        .execute());

        assertThat(version(framework, 1).asByteArray()).isEqualTo(before);
    }

    @Test
    void a_competency_of_a_draft_can_be_reworded_with_the_tag_of_the_version() {
        UUID framework = imported(smallModel(newOccupation()));
        String path = FRAMEWORKS + framework + "/versions/1/competencies/" + competencyId(framework, 1, "Safety");
        String tag = version(framework, 1).header("ETag");
        String input = "{\"name\":\"Safety at Work\",\"definition\":\"stays unharmed\",\"core\":false}";

        isProblem(agency().contentType("application/json").body(input).put(path), 428);
        String changed = agency().contentType("application/json")
                .header("If-Match", tag)
                .body(input)
                .put(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("Safety at Work"))
                .body("core", equalTo(false))
                .extract()
                .header("ETag");
        isProblem(
                agency().contentType("application/json")
                        .header("If-Match", tag)
                        .body(input)
                        .put(path),
                412);

        assertThat(changed).isNotEqualTo(tag);
        version(framework, 1)
                .then()
                .header("ETag", equalTo(changed))
                .body("sections[0].competencies[0].definition", equalTo("stays unharmed"));
    }

    @Test
    void an_edit_outlives_the_same_document_again_and_keeps_its_id_under_the_next_one() {
        String document = smallModel(newOccupation());
        UUID framework = imported(document);
        String safety = competencyId(framework, 1, "Safety");
        agency().contentType("application/json")
                .header("If-Match", version(framework, 1).header("ETag"))
                .body("{\"name\":\"Workplace Safety\",\"definition\":\"stays unharmed\"}")
                .put(FRAMEWORKS + framework + "/versions/1/competencies/" + safety)
                .then()
                .statusCode(200);

        post(document).then().statusCode(200);
        post(document.replace("- Safety", "- Workplace Safety"))
                .then()
                .statusCode(201)
                .body("version", equalTo(2));

        assertThat(competencyId(framework, 1, "Workplace Safety")).isEqualTo(safety);
        assertThat(competencyId(framework, 2, "Workplace Safety")).isEqualTo(safety);
    }

    @Test
    void a_published_version_never_changes() {
        UUID framework = published(smallModel(newOccupation()));
        byte[] before = version(framework, 1).asByteArray();

        isProblem(
                agency().contentType("application/json")
                        .header("If-Match", version(framework, 1).header("ETag"))
                        .body("{\"name\":\"Other\",\"definition\":\"other\"}")
                        .put(FRAMEWORKS + framework + "/versions/1/competencies/"
                                + competencyId(framework, 1, "Safety")),
                409);

        assertThat(version(framework, 1).asByteArray()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"definition\":\"no name\"}",
                "{\"name\":\"\"}",
                "{\"name\":7}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"Safety\",\"core\":\"yes\"}",
                "{\"name\":\"Safety\",\"name\":\"Safety\"}",
                "{\"name\":\"Safety\",\"id\":\"00000000-0000-0000-0000-000000000000\"}",
                "{\"name\":\"Safety\"} trailing",
            })
    void a_malformed_edit_is_refused_and_changes_nothing(String body) {
        UUID framework = imported(smallModel(newOccupation()));
        String tag = version(framework, 1).header("ETag");

        isProblem(
                agency().contentType("application/json")
                        .header("If-Match", tag)
                        .body(body)
                        .put(FRAMEWORKS + framework + "/versions/1/competencies/"
                                + competencyId(framework, 1, "Safety")),
                400);

        version(framework, 1).then().header("ETag", equalTo(tag));
    }

    @Test
    void two_competencies_of_a_version_cannot_have_one_name() {
        UUID framework = imported(smallModel(newOccupation()));

        isProblem(
                        agency().contentType("application/json")
                                .header("If-Match", version(framework, 1).header("ETag"))
                                .body("{\"name\":\"MEASURING\",\"definition\":\"x\"}")
                                .put(FRAMEWORKS + framework + "/versions/1/competencies/"
                                        + competencyId(framework, 1, "Safety")),
                        422)
                .body("errors[0].pointer", equalTo("/name"));
    }

    @Test
    void a_new_draft_is_made_from_a_version() {
        UUID framework = published(smallModel(newOccupation()));

        agency().post(FRAMEWORKS + framework + "/versions")
                .then()
                .statusCode(201)
                .header("Location", containsString(FRAMEWORKS + framework + "/versions/2"))
                .body("number", equalTo(2))
                .body("status", equalTo("DRAFT"))
                .body("sections[0].competencies.name", contains("Safety", "Measuring"));
        for (String body : List.of("{\"from\":1}", "{}", "null")) {
            agency().contentType("application/json")
                    .body(body)
                    .post(FRAMEWORKS + framework + "/versions")
                    .then()
                    .statusCode(201);
        }
        isProblem(
                        agency().contentType("application/json")
                                .body("{\"from\":9}")
                                .post(FRAMEWORKS + framework + "/versions"),
                        422)
                .body("errors[0].pointer", equalTo("/from"));
        isProblem(agency().post(FRAMEWORKS + UUID.randomUUID() + "/versions"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", "{\"from\":\"1\"}", "{\"from\":1.5}", "{\"of\":1}", "{\"from\":1} x"})
    void a_malformed_request_for_a_draft_is_refused(String body) {
        UUID framework = imported(smallModel(newOccupation()));

        isProblem(agency().contentType("application/json").body(body).post(FRAMEWORKS + framework + "/versions"), 400);

        college().get(FRAMEWORKS + framework).then().body("versions", hasSize(1));
    }

    @Test
    void answers_are_json_or_nothing() {
        for (String path : List.of("frameworks", "occupations", "certifications")) {
            isProblem(college().accept("text/csv").get("/api/v1/" + path), 406);
        }
    }

    @Test
    void publication_and_retirement_can_be_repeated_and_a_retired_version_stays_retired() {
        UUID framework = published(smallModel(newOccupation()));
        String one = FRAMEWORKS + framework + "/versions/1";
        String tag = version(framework, 1).header("ETag");
        agency().post(one + "/publication").then().statusCode(200).header("ETag", equalTo(tag));

        isProblem(agency().header("If-Match", "\"1.99\"").post(one + "/retirement"), 412);
        agency().post(one + "/retirement").then().statusCode(200).body("status", equalTo("RETIRED"));
        agency().post(one + "/retirement").then().statusCode(200);
        isProblem(agency().post(one + "/publication"), 409);

        version(framework, 1).then().statusCode(200).body("status", equalTo("RETIRED"));
        college().get(FRAMEWORKS + framework).then().body("latestPublished", nullValue());
    }

    @Test
    void the_diff_tells_what_became_of_each_competency() {
        UUID framework = published(smallModel(newOccupation()));
        agency().post(FRAMEWORKS + framework + "/versions").then().statusCode(201);
        edit(framework, "Safety", "{\"name\":\"Safety at Work\",\"definition\":\"Works  safely\"}");
        edit(framework, "Welding", "{\"name\":\"Welding\",\"definition\":\"joins metal\"}");

        college()
                .get(FRAMEWORKS + framework + "/diff?from=1&to=2")
                .then()
                .statusCode(200)
                .body("kept.name", contains("Measuring"))
                .body("reworded.name", contains("Safety at Work"))
                .body("changed.before.definition", contains("welds"))
                .body("changed.after.definition", contains("joins metal"))
                .body("new", hasSize(0))
                .body("retired", hasSize(0));
        isProblem(college().get(FRAMEWORKS + framework + "/diff?from=1&to=7"), 404);
        isProblem(college().get(FRAMEWORKS + framework + "/diff?from=1"), 400).body("errors[0].pointer", equalTo("to"));
        isProblem(college().get(FRAMEWORKS + framework + "/diff?from=one&to=2"), 400);
    }

    private static void edit(UUID framework, String name, String input) {
        agency().contentType("application/json")
                .header("If-Match", version(framework, 2).header("ETag"))
                .body(input)
                .put(FRAMEWORKS + framework + "/versions/2/competencies/" + competencyId(framework, 2, name))
                .then()
                .statusCode(200);
    }

    @Test
    void a_competency_tells_every_version_in_which_it_occurs() {
        UUID framework = published(seedFor(newOccupation()));
        agency().post(FRAMEWORKS + framework + "/versions").then().statusCode(201);
        String parent = competencyId(framework, 1, "Health Industry Fundamentals");

        String tag = college()
                .get("/api/v1/competencies/" + parent)
                .then()
                .statusCode(200)
                .body("id", equalTo(parent))
                .body("frameworkId", equalTo(framework.toString()))
                .body("children", hasSize(5))
                .body("versions.number", contains(1, 2))
                .body("versions.status", contains("PUBLISHED", "DRAFT"))
                .extract()
                .header("ETag");
        college()
                .header("If-None-Match", tag)
                .get("/api/v1/competencies/" + parent)
                .then()
                .statusCode(304);
        isProblem(college().get("/api/v1/competencies/" + UUID.randomUUID()), 404);
    }

    @Test
    void frameworks_are_found_by_title_occupation_and_status() {
        String occupation = newOccupation();
        UUID framework = published(smallModel(occupation));
        String occupationId = college().get(FRAMEWORKS + framework).path("occupation.id");

        for (String query : List.of(
                "q=" + occupation.toLowerCase(Locale.ROOT),
                "occupation=" + occupationId,
                "status=PUBLISHED&q=" + occupation)) {
            college()
                    .get("/api/v1/frameworks?" + query)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(framework.toString()));
        }
        college().get("/api/v1/frameworks?status=DRAFT&q=" + occupation).then().body("items", hasSize(0));
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        imported(smallModel(newOccupation()));
        imported(smallModel(newOccupation()));
        List<String> walked = new ArrayList<>();
        String cursor = null;
        for (int i = 0; i < 500; i++) {
            var page = college()
                    .queryParam("limit", 1)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/frameworks")
                    .jsonPath();
            walked.addAll(page.getList("items.id"));
            cursor = page.getString("next");
            if (cursor == null) {
                break;
            }
        }

        assertThat(walked)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        college().get("/api/v1/frameworks?limit=200").jsonPath().getList("items.id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=UNKNOWN",
                "occupation=no-uuid",
                "q=a%00b",
                "q=%e2%80%ae",
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=%25",
            })
    void a_malformed_query_is_refused(String query) {
        isProblem(college().urlEncodingEnabled(false).get("/api/v1/frameworks?" + query), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no-uuid",
                "/00000000-0000-0000-0000-000000000000",
                "/00000000-0000-0000-0000-000000000000/versions/1",
                "/00000000-0000-0000-0000-000000000000/versions/one",
                "/00000000-0000-0000-0000-000000000000/versions/99999999999",
            })
    void what_is_not_there_is_not_found(String path) {
        isProblem(college().get("/api/v1/frameworks" + path), 404);
    }

    @Test
    void a_tag_that_a_proxy_made_weak_is_recognised() {
        UUID framework = published(smallModel(newOccupation()));
        String tag = version(framework, 1).header("ETag");

        for (String known : List.of("W/" + tag, "\"other\", W/" + tag, tag)) {
            college()
                    .header("If-None-Match", known)
                    .get(FRAMEWORKS + framework + "/versions/1")
                    .then()
                    .statusCode(304);
        }
    }
}
