package org.dualtraining.catalog;

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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A later document of the same occupation, from its import to what an agency decides about it. */
@QuarkusTest
@WithServers
class RevisionTest {

    private static String path(UUID framework, int number) {
        return FRAMEWORKS + framework + "/versions/" + number;
    }

    /** An agency that has just read the draft. */
    private static RequestSpecification editor(UUID framework, int number) {
        return agency().header("If-Match", version(framework, number).header("ETag"))
                .contentType("application/json");
    }

    private static Response accept(UUID framework, int number, String kind, String text) {
        String finding = version(framework, number)
                .path("findings.find { it.kind == '%s' && it.text == '%s' }.id".formatted(kind, text));
        return editor(framework, number).post(path(framework, number) + "/findings/" + finding + "/acceptance");
    }

    /** Three names reworded, in list and form; one definition changed; one competency new, one missing. */
    private static String revised(String seed) {
        return seed.replace("Audit Patient Records", "Audit of Patient Records")
                .replace("Worker Health and Safety", "Health and Safety of Workers")
                .replace("Laws and Regulations", "Laws, Rules and Regulations")
                .replace("- Perform Basic Coding \u2013 a process", "- Perform Basic Coding \u2013 the process")
                .replaceAll(
                        "(?m)^- Manage Patient Information.*\\R",
                        "- Schedule Visits \u2013 finds a date for each patient.\n")
                .replaceAll("(?m)^Manage Patient Information\\t*", "Schedule Visits\t\t\t\t");
    }

    @Test
    void three_reworded_names_one_changed_definition_one_new_and_one_missing_competency_are_exactly_the_difference() {
        String occupation = newOccupation();
        UUID framework = published(seedFor(occupation));
        byte[] before = version(framework, 1).asByteArray();

        post(revised(seedFor(occupation))).then().statusCode(201).body("version", equalTo(2));
        agency().post(path(framework, 2) + "/publication").then().statusCode(200);

        college()
                .get(FRAMEWORKS + framework + "/diff?from=1&to=2")
                .then()
                .statusCode(200)
                .body(
                        "reworded.name",
                        containsInAnyOrder(
                                "Audit of Patient Records",
                                "Health and Safety of Workers",
                                "Laws, Rules and Regulations"))
                .body("changed.name", contains("Perform Basic Coding"))
                .body("new.name", contains("Schedule Visits"))
                .body("notMentioned.name", contains("Manage Patient Information"))
                .body("kept", hasSize(10))
                .body("retired", empty())
                .body("replacedBy", empty());
        assertThat(version(framework, 1).asByteArray()).isEqualTo(before);
    }

    @Test
    void a_competency_that_was_recognised_by_its_definition_is_reported_for_confirmation() {
        String occupation = newOccupation();
        imported(seedFor(occupation));

        post(revised(seedFor(occupation)))
                .then()
                .body("findings.findAll { it.kind == 'RENAMED' }", hasSize(3))
                .body(
                        "findings.find { it.text == 'Audit of Patient Records' }.proposal",
                        equalTo("Audit Patient Records"))
                .body("findings.findAll { it.kind == 'PROBABLE_RENAME' }", empty());
    }

    @Test
    void a_new_name_over_a_new_definition_is_another_competency_until_an_agency_accepts_the_proposal() {
        String occupation = newOccupation();
        UUID framework = published(smallModel(occupation));
        String welding = competencyId(framework, 1, "Welding");
        String later = smallModel(occupation)
                .replace("- Welding \u2013 welds", "- Steel Welding \u2013 joins pieces of steel")
                .replace("\nWelding\n", "\nSteel Welding\n");
        post(later.replace("- Safety", "- Gluing \u2013 glues\n- Safety"))
                .then()
                .statusCode(201);
        assertThat(competencyId(framework, 2, "Steel Welding")).isNotEqualTo(welding);

        accept(framework, 2, "PROBABLE_RENAME", "Steel Welding")
                .then()
                .statusCode(200)
                .body("sections.competencies.flatten().name", not(hasItem("Welding")))
                .body("findings.kind", not(hasItem("NOT_MENTIONED")))
                .body("annotations[0].accepted", equalTo("Welding"))
                .body("annotations[0].acceptedBy", notNullValue());

        assertThat(competencyId(framework, 2, "Steel Welding")).isEqualTo(welding);
        // a document after it is matched by the alias, though it goes back to the old name and yet another definition
        post(smallModel(occupation).replace("welds", "joins metal")).then().statusCode(201);
        assertThat(competencyId(framework, 3, "Welding")).isEqualTo(welding);
    }

    @Test
    void what_a_document_does_not_mention_is_retired_by_a_person_and_may_be_replaced() {
        String occupation = newOccupation();
        UUID framework = published(smallModel(occupation));
        String welding = competencyId(framework, 1, "Welding");
        post(smallModel(occupation)
                        .replace("- Welding \u2013 welds", "- Gluing \u2013 joins without heat")
                        .replace("\nWelding\n", "\nGluing\n"))
                .then()
                .statusCode(201);
        String gluing = competencyId(framework, 2, "Gluing");

        agency().delete(path(framework, 2) + "/competencies/" + welding).then().statusCode(428);
        editor(framework, 2)
                .delete(path(framework, 2) + "/competencies/" + welding + "?replacedBy=" + UUID.randomUUID())
                .then()
                .statusCode(422);
        editor(framework, 2)
                .delete(path(framework, 2) + "/competencies/" + welding + "?replacedBy=" + gluing)
                .then()
                .statusCode(200)
                .body("sections.competencies.flatten().name", not(hasItem("Welding")))
                .body("replacedBy", contains(Map.of("from", welding, "to", gluing)));

        college()
                .get(FRAMEWORKS + framework + "/diff?from=1&to=2")
                .then()
                .body("retired.name", contains("Welding"))
                .body("notMentioned", empty())
                .body("replacedBy", contains(Map.of("from", welding, "to", gluing)));
        editor(framework, 1)
                .delete(path(framework, 1) + "/competencies/" + welding)
                .then()
                .statusCode(409);
    }

    @Test
    void a_document_builds_on_what_was_published_and_not_on_a_draft_beside_it() {
        String occupation = newOccupation();
        UUID framework = published(smallModel(occupation));
        post(smallModel(occupation).replace("- Safety", "- Bladse \u2013 sharpens\n- Safety"))
                .then()
                .statusCode(201);

        post(smallModel(occupation).replace("- Safety", "- Blades \u2013 sharpens\n- Safety"))
                .then()
                .statusCode(201)
                .body("findings.kind", not(hasItem("NOT_MENTIONED")));

        college()
                .get(FRAMEWORKS + framework + "/diff?from=1&to=3")
                .then()
                .body("new.name", contains("Blades"))
                .body("notMentioned", empty());
    }

    @Test
    void an_edit_of_what_was_carried_over_says_that_it_stays() {
        String occupation = newOccupation();
        UUID framework = published(smallModel(occupation));
        post(smallModel(occupation).replace("- Measuring \u2013 measures\n", "").replace("\nMeasuring\n", "\n"))
                .then()
                .statusCode(201);
        String measuring = competencyId(framework, 2, "Measuring");

        editor(framework, 2)
                .body(Map.of("name", "Measuring", "definition", "measures"))
                .put(path(framework, 2) + "/competencies/" + measuring)
                .then()
                .statusCode(200)
                .body("notMentioned", equalTo(false));

        college().get(FRAMEWORKS + framework + "/diff?from=1&to=2").then().body("kept", hasSize(3));
    }

    @Test
    void a_competency_is_added_moved_and_comes_back_with_its_id() {
        UUID framework = published(smallModel(newOccupation()));
        String safety = competencyId(framework, 1, "Safety");
        agency().post(FRAMEWORKS + framework + "/versions").then().statusCode(201);
        Map<String, Object> below = Map.of("section", "INDUSTRY_SECTOR_TECHNICAL", "parentId", safety, "position", 0);

        String gloves = editor(framework, 2)
                .body(Map.of("name", "Gloves", "definition", "wears them", "place", below))
                .post(path(framework, 2) + "/competencies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String measuring = competencyId(framework, 2, "Measuring");
        editor(framework, 2)
                .body(Map.of("name", "Measuring", "definition", "measures", "place", below))
                .put(path(framework, 2) + "/competencies/" + measuring)
                .then()
                .statusCode(200);

        version(framework, 2)
                .then()
                .body("sections[0].competencies.name", contains("Safety"))
                .body("sections[0].competencies[0].children.name", contains("Measuring", "Gloves"))
                .body("formOrder", hasSize(4));
        isProblem(editor(framework, 2).delete(path(framework, 2) + "/competencies/" + safety), 409);
        isProblem(
                editor(framework, 2)
                        .body(Map.of("name", "GLOVES", "place", below))
                        .post(path(framework, 2) + "/competencies"),
                422);
        isProblem(editor(framework, 2).body(Map.of("name", "Boots")).post(path(framework, 2) + "/competencies"), 422);

        editor(framework, 2)
                .delete(path(framework, 2) + "/competencies/" + gloves)
                .then()
                .statusCode(200);
        editor(framework, 2)
                .body(Map.of("name", "Gloves", "place", Map.of("section", "EMPLOYER_REQUIREMENT")))
                .post(path(framework, 2) + "/competencies")
                .then()
                .statusCode(201)
                .body("id", equalTo(gloves));
    }

    @Test
    void a_name_that_the_draft_has_given_away_makes_another_competency() {
        UUID framework = published(smallModel(newOccupation()));
        String safety = competencyId(framework, 1, "Safety");
        agency().post(FRAMEWORKS + framework + "/versions").then().statusCode(201);
        editor(framework, 2)
                .body(Map.of("name", "Safety at Work"))
                .put(path(framework, 2) + "/competencies/" + safety)
                .then()
                .statusCode(200);
        agency().contentType("application/json").body(Map.of("from", 1)).post(FRAMEWORKS + framework + "/versions");

        editor(framework, 2)
                .body(Map.of("name", "Safety", "place", Map.of("section", "EMPLOYER_REQUIREMENT")))
                .post(path(framework, 2) + "/competencies")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(safety)));

        assertThat(competencyId(framework, 2, "Safety at Work")).isEqualTo(safety);
    }

    @Test
    void what_an_agency_accepted_stays_in_the_next_document_that_says_the_same() {
        String occupation = "Electronic Health Records " + newOccupation();
        UUID framework = imported(seedFor(occupation));
        String text = version(framework, 1).path("findings.find { it.kind == 'ACRONYM_TRANSPOSED' }.text");
        accept(framework, 1, "ACRONYM_TRANSPOSED", text).then().statusCode(200);

        // one more line above it
        String later = seedFor(occupation)
                .replace("- Audit Patient Records", "- Gluing \u2013 glues\n- Audit Patient Records");
        post(later.replaceFirst("(?m)^Occupation", "\nOccupation")).then().statusCode(201);

        Response second = version(framework, 2);
        String finding = second.path("findings.find { it.kind == 'ACRONYM_TRANSPOSED' }.id");
        second.then().body("annotations.text", contains(text)).body("annotations.findingId", contains(finding));
    }

    @Test
    void an_accepted_proposal_stands_beside_the_verbatim_text() {
        UUID framework = imported(seedFor("Electronic Health Records " + newOccupation()));
        String finding = version(framework, 1).path("findings.find { it.kind == 'ACRONYM_TRANSPOSED' }.id");
        String text = version(framework, 1).path("findings.find { it.kind == 'ACRONYM_TRANSPOSED' }.text");
        String accept = path(framework, 1) + "/findings/" + finding + "/acceptance";

        isProblem(agency().post(accept), 428);
        editor(framework, 1).post(accept).then().statusCode(200).body("annotations.findingId", contains(finding));
        String tag = version(framework, 1).header("ETag");
        editor(framework, 1).post(accept).then().statusCode(200).header("ETag", tag);

        String safety = version(framework, 1)
                .path("sections.competencies.flatten().children.flatten().find { it.name == 'Worker Health and"
                        + " Safety' }.id");
        version(framework, 1)
                .then()
                .body("annotations[0].text", equalTo(text))
                .body("annotations[0].competencyId", equalTo(safety))
                .body(
                        "sections.competencies.flatten().children.flatten().find { it.name == 'Worker Health and"
                                + " Safety' }.definition.contains('HER specialists')",
                        equalTo(true));
        isProblem(
                editor(framework, 1).post(path(framework, 1) + "/findings/" + UUID.randomUUID() + "/acceptance"), 404);
    }

    @Test
    void a_finding_without_a_proposal_cannot_be_accepted() {
        UUID framework = imported(smallModel(newOccupation()).replace("\nSafety\n", "\nSafety\nJuggling\n"));

        isProblem(accept(framework, 1, "UNMATCHED_FORM_ROW", "Juggling"), 422);
    }

    @Test
    void the_history_says_who_did_what_and_when() {
        String occupation = newOccupation();
        UUID framework = published(smallModel(occupation));
        String safety = competencyId(framework, 1, "Safety");
        agency().post(FRAMEWORKS + framework + "/versions").then().statusCode(201);
        editor(framework, 2)
                .body(Map.of("name", "Safety at Work"))
                .put(path(framework, 2) + "/competencies/" + safety)
                .then()
                .statusCode(200);
        agency().post(path(framework, 2) + "/retirement").then().statusCode(200);

        agency().get(FRAMEWORKS + framework + "/history?limit=3")
                .then()
                .statusCode(200)
                .body("items.action", contains("DOCUMENT_IMPORTED", "PUBLISHED", "DRAFT_MADE"))
                .body("items.who", everyItem(notNullValue()))
                .body("items.at", everyItem(notNullValue()))
                .body("next", notNullValue());
        agency().get(FRAMEWORKS + framework + "/history")
                .then()
                .body("items[3].competencyId", equalTo(safety))
                .body("items[4].action", equalTo("RETIRED"));
        college().get(FRAMEWORKS + framework + "/history").then().statusCode(403);
        isProblem(agency().get(FRAMEWORKS + UUID.randomUUID() + "/history"), 404);
    }

    @Test
    void a_draft_beside_a_published_version_changes_nothing_that_the_occupation_says() {
        String occupation = newOccupation();
        UUID framework = published(smallModel(occupation));
        String id = college().get(FRAMEWORKS + framework).path("occupation.id");
        post(smallModel(occupation).replace("Somebody who tests.", "Somebody who tests more."))
                .then()
                .statusCode(201);
        college().get("/api/v1/occupations/" + id).then().body("description", equalTo("Somebody who tests."));

        agency().post(path(framework, 2) + "/publication").then().statusCode(200);

        college().get("/api/v1/occupations/" + id).then().body("description", equalTo("Somebody who tests more."));
    }

    @Test
    void a_document_that_was_read_before_changes_nothing_whatever_came_in_between() {
        String occupation = newOccupation();
        published(smallModel(occupation));
        post(smallModel(occupation).replace("measures", "measures twice"))
                .then()
                .statusCode(201);

        post(smallModel(occupation))
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("changed", equalTo(false));
    }
}
