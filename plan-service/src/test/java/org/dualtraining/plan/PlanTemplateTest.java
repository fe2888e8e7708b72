package org.dualtraining.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates: whose they are, what they are made of, and what is refused. */
@PlanServiceTest
class PlanTemplateTest {

    private static final String PATH = "/api/v1/plan-templates";

    @Inject
    Jdbi jdbi;

    private Parties parties;

    @BeforeEach
    void parties() {
        parties = new Parties();
    }

    @Test
    void a_template_without_lines_has_those_of_the_form() {
        Parties.agency()
                .body(template())
                .post(PATH)
                .then()
                .statusCode(201)
                .header("ETag", "\"1.1\"")
                .body("frameworkVersion", equalTo(1))
                .body("employerId", nullValue())
                .body("lines", hasSize(15))
                .body("lines[0].delivery", equalTo("RELATED_INSTRUCTION"))
                .body("lines[14].disposition", equalTo("TRAIN"));
    }

    @Test
    void an_employer_keeps_its_own_uses_shared_ones_and_sees_no_others() {
        UUID shared = Parties.created("/plan-templates", template());
        String own = parties.asEmployer()
                .body(template())
                .post(PATH)
                .then()
                .statusCode(201)
                .body("employerId", equalTo(parties.employer.toString()))
                .extract()
                .path("id");
        RequestSpecification stranger = new Parties().asEmployer();

        stranger.get(PATH + "/" + own).then().statusCode(404);
        stranger.header("If-Match", "\"1.1\"").delete(PATH + "/" + own).then().statusCode(404);
        stranger.body(cohort()).post(PATH + "/" + own + "/cohorts").then().statusCode(404);
        new Parties().asEmployer().get(PATH + "/" + shared).then().statusCode(200);
        new Parties()
                .asEmployer()
                .header("If-Match", "\"1.1\"")
                .body(template())
                .put(PATH + "/" + shared)
                .then()
                .statusCode(403);
        Map<String, Object> forAnother = template();
        forAnother.put("employerId", new Parties().employer);
        parties.asEmployer()
                .body(forAnother)
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/employerId"));
        forAnother.put("employerId", UUID.randomUUID());
        Parties.agency().body(forAnother).post(PATH).then().statusCode(422);
        new Parties()
                .asEmployer()
                .get(PATH + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(own)));
        parties.asCollege().get(PATH).then().statusCode(403);
    }

    @Test
    void a_list_holds_templates_without_their_lines() {
        String own = parties.asEmployer().body(template()).post(PATH).path("id");
        ValidatableResponse list = parties.asEmployer().get(PATH + "?limit=200").then();
        String head = "items.find{it.id == '" + own + "'}";

        list.statusCode(200).body(head + ".lineCount", equalTo(15)).body(head + ".lines", nullValue());
        list.body(head + ".name", equalTo("Records, two years")).body(head + ".version", equalTo(1));
    }

    @Test
    void a_template_is_changed_and_deleted_by_whoever_names_its_version() {
        String id = parties.asEmployer().body(template()).post(PATH).path("id");
        Map<String, Object> next = template();
        next.put("lines", List.of(Map.of("competencyId", FakeCatalog.COMPETENCIES.get(3), "completedAfter", "P1Y")));

        parties.asEmployer().body(next).put(PATH + "/" + id).then().statusCode(428);
        parties.asEmployer()
                .header("If-Match", "\"1.1\"")
                .body(next)
                .put(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1.2\"")
                .body("lines.completedAfter", contains("P1Y"));
        parties.asEmployer()
                .header("If-Match", "\"1.1\"")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(412);
        parties.asEmployer()
                .header("If-Match", "\"1.2\"")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(204);
        parties.asEmployer().get(PATH + "/" + id).then().statusCode(404);
    }

    @Test
    void a_plan_becomes_a_template_with_periods_in_the_place_of_its_dates() {
        UUID plan = parties.draftPlan();
        String line = Parties.agency().get("/api/v1/training-plans/" + plan).path("lines[2].id");
        parties.asEmployer()
                .header("If-Match", "\"1.1\"")
                .body(Map.of("anticipatedCompletionDate", "2026-04-15", "courseName", "Terminology"))
                .patch("/api/v1/training-plans/" + plan + "/lines/" + line)
                .then()
                .statusCode(200);
        String known = Parties.agency().get("/api/v1/training-plans/" + plan).path("lines[7].id");
        parties.asEmployer()
                .header("If-Match", "\"1.2\"")
                .body(Map.of("disposition", "EXCLUDED", "reason", "was a nurse for ten years"))
                .patch("/api/v1/training-plans/" + plan + "/lines/" + known)
                .then()
                .statusCode(200);
        Map<String, Object> body =
                new HashMap<>(Map.of("name", "From Robin's", "fromPlanId", plan, "startedOn", "2026-01-31"));

        String template = parties.asEmployer()
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .body("lines", hasSize(15))
                .body("lines[2].completedAfter", equalTo("P2M15D"))
                .body("lines[2].courseName", equalTo("Terminology"))
                .body("lines[3].completedAfter", nullValue())
                // what one person need not learn, and why, is no other's business
                .body("lines[7].disposition", equalTo("TRAIN"))
                .body("lines[7].reason", nullValue())
                .body("targetCertificationId", equalTo(FakeCatalog.CERTIFICATION.toString()))
                .extract()
                .path("id");
        Map<String, Object> cohort = cohort();
        cohort.put("apprenticeIds", List.of(another("Sam Roe")));
        String made = parties.asEmployer()
                .body(cohort)
                .post(PATH + "/" + template + "/cohorts")
                .then()
                .body("created", equalTo(1))
                .extract()
                .path("items[0].planId");
        Parties.agency()
                .get("/api/v1/training-plans/" + made)
                .then()
                .body("lines[2].anticipatedCompletionDate", equalTo("2027-04-15"));

        refused(body, "startedOn", null, 422, "/startedOn");
        refused(body, "frameworkId", FakeCatalog.FRAMEWORK, 422, "/fromPlanId");
        refused(body, "fromPlanId", UUID.randomUUID(), 422, "/fromPlanId");
        refused(body, "fromPlanId", new Parties().draftPlan(), 422, "/fromPlanId");
    }

    @Test
    void a_plan_whose_lines_are_all_for_other_competencies_than_its_version_has_becomes_no_template() {
        UUID plan = parties.draftPlan();
        jdbi.useHandle(
                h -> h.execute("UPDATE plan_line SET competency_id = gen_random_uuid() WHERE plan_id = ?", plan));
        Map<String, Object> body = Map.of("name", "From Robin's", "fromPlanId", plan, "startedOn", "2026-01-31");

        refused(body, "name", "None", 422, "/fromPlanId");
    }

    @Test
    void what_does_not_fit_is_refused_with_its_place() {
        Map<String, Object> template = template();
        refused(template, "name", " ", 400, "/name");
        refused(template, "frameworkId", null, 422, "/frameworkId");
        refused(template, "frameworkId", UUID.randomUUID(), 422, "/frameworkId");
        refused(template, "frameworkVersion", 2, 422, "/frameworkVersion");
        refused(template, "targetCertificationId", null, 422, "/targetCertificationId");
        refused(template, "targetCertificationId", UUID.randomUUID(), 422, "/targetCertificationId");
        refused(template, "startedOn", "2026-01-01", 422, "/startedOn");
        refused(template, "lines", List.of(), 400, "/lines");
        for (String period : List.of("P-1M", "P11Y", "P1000000D", "P119M4000D")) {
            refused(template, "lines", List.of(line(0, "completedAfter", period)), 422, "/lines/0/completedAfter");
        }
        refused(template, "lines", List.of(line(0, "completedAfter", "3 months")), 400, "/lines/0/completedAfter");
        refused(template, "lines", List.of(line(0, "disposition", "EXCLUDED")), 422, "/lines/0/reason");
        refused(
                template,
                "lines",
                List.of(line(0, "courseName", "A"), line(0, "courseName", "B")),
                422,
                "/lines/1/competencyId");
        refused(
                template,
                "lines",
                List.of(line(0, "providerId", UUID.randomUUID().toString())),
                422,
                "/lines/0/providerId");
    }

    private static Map<String, Object> line(int competency, String member, String value) {
        return Map.of("competencyId", FakeCatalog.COMPETENCIES.get(competency), member, value);
    }

    private void refused(Map<String, Object> good, String member, @Nullable Object value, int status, String pointer) {
        Map<String, Object> bad = new HashMap<>(good);
        bad.put(member, value);
        ValidatableResponse answer = parties.asEmployer().body(bad).post(PATH).then();
        answer.statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }

    private UUID another(String name) {
        return Parties.created("/apprentices", Map.<String, Object>of("name", name, "employerId", parties.employer));
    }

    private static Map<String, Object> template() {
        return new HashMap<>(Map.of(
                "name",
                "Records, two years",
                "frameworkId",
                FakeCatalog.FRAMEWORK,
                "targetCertificationId",
                FakeCatalog.CERTIFICATION));
    }

    private Map<String, Object> cohort() {
        return new HashMap<>(Map.of("startsOn", "2027-01-31", "apprenticeIds", List.of(parties.apprentice)));
    }
}
