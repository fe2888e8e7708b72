package org.dualtraining.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan's life as people decide it: who, when, what, why. */
@PlanServiceTest
class PlanAmendmentTest {

    private Parties parties;

    @BeforeEach
    void parties() {
        parties = new Parties();
    }

    @Test
    void every_decision_is_in_the_history_with_who_what_and_why() {
        UUID plan = parties.draftPlan();
        String line = line(plan, 3);
        patch(plan, line, "1.1", Map.of("courseName", "Medical Coding I", "why", "offered at night"))
                .statusCode(200);
        parties.asEmployer().post(path(plan) + "/activation").then().statusCode(200);
        decide(plan, "activation", "all lines agreed").statusCode(200);
        decide(plan, "suspension", "parental leave").statusCode(200);
        decide(plan, "activation", "back at work").statusCode(200);
        decide(plan, "completion", "certified").statusCode(200);

        ValidatableResponse history = history(plan)
                .body(
                        "items.kind",
                        contains("MADE", "LINE_CHANGED", "PROPOSED", "ACTIVATED", "SUSPENDED", "RESUMED", "COMPLETED"))
                .body("items.role", contains("agency", "employer", "employer", "agency", "agency", "agency", "agency"))
                .body("items.planVersion", contains(1, 2, 3, 4, 5, 6, 7));
        history.body("items[0].what", equalTo("Made the plan with 15 lines from version 1 of the framework."))
                .body("items[0].who", notNullValue())
                .body("items[0].at", notNullValue())
                .body("items[1].lineId", equalTo(line))
                .body("items[1].what", equalTo("Changed course name of \u201cCompetency 3\u201d."))
                .body("items[1].before.courseName", nullValue())
                .body("items[1].after", equalTo(Map.of("courseName", "Medical Coding I")))
                .body("items[1].why", equalTo("offered at night"))
                .body("items[2].why", nullValue())
                .body("items[4].why", equalTo("parental leave"));
    }

    @Test
    void a_history_is_paged_and_seen_by_whoever_sees_the_plan() {
        UUID plan = parties.activePlan();
        decide(plan, "cancellation", "left the company").statusCode(200);

        String next = Parties.agency()
                .get(path(plan) + "/history?limit=2")
                .then()
                .body("items.kind", contains("MADE", "ACTIVATED"))
                .extract()
                .path("next");
        Parties.as(Parties.TOKENS.apprentice(parties.apprentice))
                .get(path(plan) + "/history?limit=2&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.kind", contains("CANCELLED"))
                .body("next", nullValue());
        new Parties().asEmployer().get(path(plan) + "/history").then().statusCode(404);
        parties.asCollege().get(path(plan) + "/history").then().statusCode(403);
        Parties.agency().get(path(plan) + "/history?cursor=AAAA").then().statusCode(400);
    }

    @Test
    void what_changes_nothing_is_no_decision() {
        UUID plan = parties.draftPlan();
        patch(plan, line(plan, 0), "1.1", Map.of("disposition", "TRAIN", "why", "no reason"))
                .statusCode(200)
                .header("ETag", "\"1.1\"");
        decide(plan, "activation", "agreed").statusCode(200);
        decide(plan, "activation", "agreed").statusCode(200).header("ETag", "\"1.2\"");

        history(plan).body("items.kind", contains("MADE", "ACTIVATED"));
    }

    @Test
    void a_reason_may_be_left_out_and_must_be_text() {
        UUID plan = parties.activePlan();
        RequestSpecification agency = given().auth().oauth2(Parties.TOKENS.agency());

        decide(plan, "suspension", "").statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        for (String body : List.of("{\"reason\": 5}", "{\"why\": \"x\"}", "5", "[]")) {
            Parties.agency().body(body).post(path(plan) + "/suspension").then().statusCode(400);
        }
        patch(plan, line(plan, 0), "1.2", Map.of("why", "a\u0000b"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/why"));
        Parties.agency()
                .body("{}")
                .post(path(plan) + "/suspension")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUSPENDED"));
        given().auth()
                .oauth2(Parties.TOKENS.agency())
                .contentType("text/plain")
                .body("because")
                .post(path(plan) + "/cancellation")
                .then()
                .statusCode(415);
        given().auth()
                .oauth2(Parties.TOKENS.agency())
                .post(path(plan) + "/activation")
                .then()
                .statusCode(200);
        agency.noContentType()
                .post(path(plan) + "/cancellation")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
    }

    @Test
    void a_proposal_goes_back_to_draft_and_an_active_plan_does_not() {
        UUID plan = parties.draftPlan();
        parties.asEmployer().post(path(plan) + "/activation").then().statusCode(200);
        parties.asEmployer()
                .body(Map.of("reason", "two lines are missing"))
                .post(path(plan) + "/withdrawal")
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"));
        decide(plan, "activation", "agreed").statusCode(200);

        parties.asEmployer().post(path(plan) + "/withdrawal").then().statusCode(409);
        history(plan).body("items.kind", contains("MADE", "PROPOSED", "WITHDRAWN", "ACTIVATED"));
    }

    @Test
    void a_line_is_added_to_an_active_plan_at_its_place_in_the_form() {
        UUID plan = gapPlan(0, 2, 14);
        decide(plan, "activation", "agreed").statusCode(200);
        Map<String, Object> addition = new HashMap<>(Map.of(
                "competencyId", FakeCatalog.COMPETENCIES.get(1), "courseName", "Coding", "why", "was forgotten"));

        parties.asEmployer().body(addition).post(path(plan) + "/lines").then().statusCode(428);
        add("1.1", plan, addition).statusCode(412);
        add("1.2", plan, addition)
                .statusCode(200)
                .header("ETag", "\"1.3\"")
                .body("lines.competencyName", contains("Competency 0", "Competency 1", "Competency 2", "Competency 14"))
                .body("lines[1].delivery", equalTo("RELATED_INSTRUCTION"))
                .body("lines[1].disposition", equalTo("TRAIN"));
        add("1.3", plan, addition).statusCode(422).body("errors[0].pointer", equalTo("/competencyId"));
        addition.put("competencyId", UUID.randomUUID());
        add("1.3", plan, addition).statusCode(422).body("errors[0].pointer", equalTo("/competencyId"));
        addition.putAll(Map.of("competencyId", FakeCatalog.COMPETENCIES.get(4), "disposition", "EXCLUDED"));
        add("1.3", plan, addition).statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        addition.putAll(Map.of("disposition", "TRAIN", "providerId", UUID.randomUUID()));
        add("1.3", plan, addition).statusCode(422).body("errors[0].pointer", equalTo("/providerId"));
        history(plan)
                .body("items[2].kind", equalTo("LINE_ADDED"))
                .body("items[2].what", equalTo("Added \u201cCompetency 1\u201d."))
                .body("items[2].why", equalTo("was forgotten"));
        decide(plan, "completion", "done").statusCode(200);
        addition.remove("providerId");
        add("1.4", plan, addition).statusCode(409).body("type", equalTo("urn:dual-training:problem:plan-is-closed"));
    }

    @Test
    void a_line_that_is_added_counts_what_was_reported_before() {
        UUID plan = gapPlan(0, 2);
        decide(plan, "activation", "agreed").statusCode(200);
        parties.map("HIMC1", 1);
        parties.post("k1", parties.completion("r1", "HIMC1")).then().statusCode(201);

        add("1.2", plan, Map.of("competencyId", FakeCatalog.COMPETENCIES.get(1)))
                .statusCode(200)
                .body("lines[1].state", equalTo("CREDITED"));
    }

    @Test
    void one_trainer_for_both_deliveries_is_warned_of_and_not_refused() {
        UUID plan = parties.draftPlan();
        Parties.agency().get(path(plan)).then().body("warnings", empty());
        patch(plan, line(plan, 0), "1.1", Map.of("providerId", parties.college))
                .statusCode(200)
                .body("warnings", empty());

        patch(plan, line(plan, 12), "1.2", Map.of("providerId", parties.college))
                .statusCode(200)
                .body("warnings.code", contains("ONE_TRAINER_FOR_BOTH_DELIVERIES"))
                .body("warnings[0].lineIds", contains(line(plan, 0), line(plan, 12)));
        patch(plan, line(plan, 12), "1.3", Map.of("disposition", "EXCLUDED", "reason", "known"))
                .statusCode(200)
                .body("warnings", empty());
    }

    @Test
    void prior_learning_is_warned_of_until_there_is_evidence_in_a_list_too() {
        UUID plan = parties.draftPlan();
        String line = line(plan, 0);
        patch(plan, line, "1.1", Map.of("disposition", "PRIOR"))
                .body("warnings.code", contains("PRIOR_WITHOUT_EVIDENCE"))
                .body("warnings[0].lineIds", contains(line));
        parties.asEmployer()
                .get("/api/v1/training-plans")
                .then()
                .body("items[0].warnings.code", contains("PRIOR_WITHOUT_EVIDENCE"));

        parties.asEmployer()
                .body(Map.of("description", "RHIT certificate of 2024", "assessedOn", "2026-01-15"))
                .post(path(plan) + "/lines/" + line + "/prior-learning")
                .then()
                .statusCode(201);
        Parties.agency()
                .header("If-None-Match", "\"1.2\"")
                .get(path(plan))
                .then()
                .statusCode(200)
                .body("warnings", empty());
    }

    @Test
    void an_active_plan_is_warned_of_lines_without_a_date() {
        UUID plan = gapPlan(0, 1);
        patch(plan, line(plan, 0), "1.1", Map.of("anticipatedCompletionDate", "2027-01-31"))
                .body("warnings", empty());

        decide(plan, "activation", "agreed")
                .body("warnings.code", contains("ANTICIPATED_DATE_MISSING"))
                .body("warnings[0].lineIds", contains(line(plan, 1)))
                .body("warnings", hasSize(1));
    }

    @Test
    void only_the_version_that_was_read_is_activated_where_one_is_named() {
        UUID plan = parties.draftPlan();
        patch(plan, line(plan, 3), "1.1", Map.of("courseName", "Medical Coding I"))
                .statusCode(200);
        String activation = path(plan) + "/activation";

        Parties.agency().header("If-Match", "\"1.1\"").post(activation).then().statusCode(412);
        Parties.agency().get(path(plan)).then().body("status", equalTo("DRAFT"));
        Parties.agency()
                .header("If-Match", "\"1.2\"")
                .post(activation)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));
    }

    private UUID gapPlan(Integer... competencies) {
        return Parties.created(
                "/training-plans",
                Map.of(
                        "apprenticeId",
                        parties.apprentice,
                        "frameworkId",
                        FakeCatalog.FRAMEWORK,
                        "targetCertificationId",
                        FakeCatalog.CERTIFICATION,
                        "lines",
                        List.of(competencies).stream()
                                .map(i -> Map.of("competencyId", FakeCatalog.COMPETENCIES.get(i)))
                                .toList()));
    }

    private ValidatableResponse patch(UUID plan, String line, String version, Map<String, ?> members) {
        return parties.asEmployer()
                .header("If-Match", '"' + version + '"')
                .body(members)
                .patch(path(plan) + "/lines/" + line)
                .then();
    }

    private ValidatableResponse add(String version, UUID plan, Map<String, ?> addition) {
        return parties.asEmployer()
                .header("If-Match", '"' + version + '"')
                .body(addition)
                .post(path(plan) + "/lines")
                .then();
    }

    private static ValidatableResponse decide(UUID plan, String what, String reason) {
        return Parties.agency()
                .body(Map.of("reason", reason))
                .post(path(plan) + "/" + what)
                .then();
    }

    private static ValidatableResponse history(UUID plan) {
        return Parties.agency().get(path(plan) + "/history").then().statusCode(200);
    }

    private static String line(UUID plan, int place) {
        String id = Parties.agency().get(path(plan)).path("lines[" + place + "].id");
        assertThat(id).isNotNull();
        return id;
    }

    private static String path(UUID plan) {
        return "/api/v1/training-plans/" + plan;
    }
}
