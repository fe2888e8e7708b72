package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.testkit.EventContract;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours and prior credentials: what may be attested beside competencies, and that other services hear of it. */
@PlanServiceTest
class AttestedTest {

    private static final UUID CREDENTIAL = UUID.fromString("9d405162-7e8f-5091-b2a3-b4c5d6e7f809");

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper json;

    private Parties parties;
    private UUID plan;

    @BeforeEach
    void an_active_plan() {
        parties = new Parties();
        plan = parties.activePlan();
    }

    @Test
    void hours_of_a_month_are_stated_replaced_and_taken_back() {
        state("ON_THE_JOB", "2026-05", 160)
                .statusCode(201)
                .header("Location", endsWith("/training-plans/" + plan + "/hours/ON_THE_JOB/2026-05"))
                .header("ETag", equalTo("\"1.3\""))
                .body("hours", equalTo(160))
                .body("month", equalTo("2026-05"));
        state("RELATED_INSTRUCTION", "2026-04", 12).statusCode(201);
        state("ON_THE_JOB", "2026-05", 152).statusCode(200).header("ETag", equalTo("\"1.5\""));
        state("ON_THE_JOB", "2026-05", 152).statusCode(200).header("ETag", equalTo("\"1.5\""));

        Parties.as(Parties.TOKENS.apprentice(parties.apprentice))
                .get(hours())
                .then()
                .statusCode(200)
                .body("items.month", contains("2026-04", "2026-05"))
                .body("items.hours", contains(12, 152));
        String next = Parties.agency().get(hours() + "?limit=1").path("next");
        Parties.agency().get(hours() + "?limit=1&cursor=" + next).then().body("items.hours", contains(152));
        assertThat(snapshot().path("hours"))
                .extracting(month -> month.path("delivery").asText() + " "
                        + month.path("month").asText() + " "
                        + month.path("hours").asInt())
                .containsExactly("RELATED_INSTRUCTION 2026-04 12", "ON_THE_JOB 2026-05 152");

        withTag(parties.asEmployer())
                .delete(hours() + "/ON_THE_JOB/2026-05")
                .then()
                .statusCode(204);

        Parties.agency().get(hours() + "/ON_THE_JOB/2026-05").then().statusCode(404);
        assertThat(snapshot().path("hours")).hasSize(1);
        Parties.agency()
                .get(plan() + "/history")
                .then()
                .body("items.kind", hasItem("HOURS_REMOVED"))
                .body("items.what", hasItem("Stated 152 hours on the job in 2026-05, which were 160."));
    }

    @Test
    void hours_need_the_plans_tag_a_month_that_has_begun_and_no_more_than_it_has() {
        Parties.agency()
                .body(Map.of("hours", 1))
                .put(hours() + "/ON_THE_JOB/2026-05")
                .then()
                .statusCode(428);
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .body(Map.of("hours", 1))
                .put(hours() + "/ON_THE_JOB/2026-05")
                .then()
                .statusCode(412);
        state("ON_THE_JOB", "2026-02", 673).statusCode(422).body("errors[0].pointer", equalTo("/hours"));
        state("ON_THE_JOB", "2026-02", 672).statusCode(201);
        state("ON_THE_JOB", "2026-05", 745).statusCode(400);
        state("ON_THE_JOB", "2026-05", -1).statusCode(400);
        state("AT_HOME", "2026-05", 1).statusCode(404);
        String later =
                YearMonth.from(LocalDate.now(ZoneOffset.UTC)).plusMonths(2).toString();
        for (String month : List.of("2026-13", "2026-5", "202605", "1899-12", later, "x")) {
            state("ON_THE_JOB", month, 1).statusCode(400).body("errors[0].pointer", equalTo("month"));
        }
        withTag(Parties.agency())
                .body(Map.of("hours", 1.5))
                .put(hours() + "/ON_THE_JOB/2026-05")
                .then()
                .statusCode(400);
        withTag(Parties.agency()).delete(hours() + "/ON_THE_JOB/2026-05").then().statusCode(404);
        Parties.agency().delete(hours() + "/ON_THE_JOB/2026-02").then().statusCode(428);
    }

    @Test
    void hours_are_of_the_plans_parties_and_of_nobody_else() {
        state("ON_THE_JOB", "2026-05", 160);
        Parties other = new Parties();

        other.asEmployer().get(hours()).then().statusCode(404);
        other.asEmployer().get(hours() + "/ON_THE_JOB/2026-05").then().statusCode(404);
        other.asEmployer()
                .body(Map.of("hours", 1))
                .put(hours() + "/ON_THE_JOB/nonsense")
                .then()
                .statusCode(404);
        other.asEmployer().delete(hours() + "/ON_THE_JOB/2026-05").then().statusCode(404);
        parties.asCollege().get(hours()).then().statusCode(403);
        Parties.as(Parties.TOKENS.apprentice(parties.apprentice))
                .body(Map.of("hours", 1))
                .put(hours() + "/ON_THE_JOB/2026-05")
                .then()
                .statusCode(403);
    }

    @Test
    void a_completed_plan_takes_corrections_of_hours_and_no_new_ones() {
        state("ON_THE_JOB", "2026-05", 160);
        Parties.agency().post(plan() + "/completion").then().statusCode(200);

        state("ON_THE_JOB", "2026-04", 1)
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:plan-is-closed"));
        state("ON_THE_JOB", "2026-05", 120).statusCode(200);
    }

    @Test
    void a_prior_credential_is_recorded_once_and_travels_on_all_plans_without_its_evidence() {
        Map<String, Object> body = Map.of(
                "credentialId",
                CREDENTIAL,
                "awardedOn",
                "2025-02-28",
                "expiresOn",
                "2027-02-28",
                "evidence",
                "certificate no. 17 of J. Smith");
        Response first = parties.asEmployer().body(body).post(credentials());
        first.then().statusCode(201).header("Location", endsWith(credentials() + "/" + first.path("id")));
        Parties.agency().body(body).post(credentials()).then().statusCode(200).body("id", equalTo(first.path("id")));
        Map<String, Object> otherwise = new HashMap<>(body);
        otherwise.put("evidence", "another paper");
        Parties.agency()
                .body(otherwise)
                .post(credentials())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:prior-credential-exists"));

        assertThat(snapshot().path("priorCredentials"))
                .extracting(held -> held.path("credentialId").asText() + " "
                        + held.path("awardedOn").asText() + " "
                        + held.path("expiresOn").asText())
                .containsExactly(CREDENTIAL + " 2025-02-28 2027-02-28");
        assertThat(snapshot().toString()).doesNotContain("certificate no. 17");
        Parties.agency().get(plan()).then().body("version", equalTo(3));
        Parties.as(Parties.TOKENS.apprentice(parties.apprentice))
                .get(credentials())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].evidence", equalTo("certificate no. 17 of J. Smith"));

        parties.asEmployer()
                .delete(credentials() + "/" + first.path("id"))
                .then()
                .statusCode(204);

        assertThat(snapshot().path("priorCredentials")).isEmpty();
        Parties.agency().get(credentials() + "/" + first.path("id")).then().statusCode(404);
        Parties.agency().delete(credentials() + "/" + first.path("id")).then().statusCode(404);
        Parties.agency()
                .get("/api/v1/apprentices/" + parties.apprentice + "/record")
                .then()
                .body("changes.kind", contains("ENTERED", "CREDENTIAL_RECORDED", "CREDENTIAL_REMOVED"))
                .body("changes[2].before.awardedOn", equalTo("2025-02-28"));
    }

    @Test
    void a_prior_credential_names_one_credential_and_days_in_order() {
        post(null, null, "2025-01-01", null).statusCode(422).body("errors[0].pointer", equalTo("/credentialId"));
        post(CREDENTIAL, CREDENTIAL, "2025-01-01", null).statusCode(422);
        post(CREDENTIAL, null, "2025-01-01", "2025-01-01")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/expiresOn"));
        post(CREDENTIAL, null, "2999-01-01", null).statusCode(400);
        post(CREDENTIAL, null, "2025-01-01", "2200-01-01").statusCode(400);
        post(null, FakeCatalog.CERTIFICATION, "2025-01-01", null)
                .statusCode(201)
                .body("credentialId", equalTo(FakeCatalog.CERTIFICATION.toString()))
                .body("expiresOn", nullValue());
    }

    @Test
    void prior_credentials_are_of_the_apprentices_parties_and_of_nobody_else() {
        String id = post(CREDENTIAL, null, "2025-01-01", null).extract().path("id");
        Parties other = new Parties();

        other.asEmployer().get(credentials()).then().statusCode(404);
        other.asEmployer().get(credentials() + "/" + id).then().statusCode(404);
        other.asEmployer().delete(credentials() + "/" + id).then().statusCode(404);
        other.asEmployer()
                .body(Map.of("awardedOn", "2025-01-01", "evidence", "x"))
                .post(credentials())
                .then()
                .statusCode(404);
        parties.asCollege().get(credentials()).then().statusCode(403);
        Parties.as(Parties.TOKENS.apprentice(other.apprentice))
                .get(credentials())
                .then()
                .statusCode(404);
        Parties.agency()
                .get("/api/v1/apprentices/" + other.apprentice + "/credentials/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void a_plan_made_later_is_told_with_what_its_apprentice_holds() {
        post(CREDENTIAL, null, "2025-01-01", null).statusCode(201);
        Parties.agency().post(plan() + "/cancellation").then().statusCode(200);

        plan = parties.draftPlan();

        assertThat(snapshot().path("priorCredentials")).hasSize(1);
        assertThat(snapshot().path("hours")).isEmpty();
    }

    @Test
    void evidence_of_prior_learning_of_a_draft_raises_its_version_with_a_snapshot() {
        Parties.agency().post(plan() + "/cancellation");
        plan = parties.planOf(Map.of("competencyId", FakeCatalog.COMPETENCIES.get(0), "disposition", "PRIOR"));
        String line = Parties.agency().get(plan()).path("lines[0].id");

        parties.asEmployer()
                .body(Map.of("description", "certificate", "assessedOn", "2026-01-15"))
                .post(plan() + "/lines/" + line + "/prior-learning")
                .then()
                .statusCode(201);

        Parties.agency().get(plan()).then().body("version", equalTo(2));
        assertThat(snapshot().path("version").asLong()).isEqualTo(2);
    }

    private ValidatableResponse state(String delivery, String month, int stated) {
        return withTag(parties.asEmployer())
                .body(Map.of("hours", stated))
                .put(hours() + "/" + delivery + "/" + month)
                .then();
    }

    private ValidatableResponse post(
            @Nullable UUID credential, @Nullable UUID certification, String awardedOn, @Nullable String expiresOn) {
        Map<String, Object> body = new HashMap<>(Map.of("awardedOn", awardedOn, "evidence", "a paper"));
        if (credential != null) {
            body.put("credentialId", credential);
        }
        if (certification != null) {
            body.put("certificationId", certification);
        }
        if (expiresOn != null) {
            body.put("expiresOn", expiresOn);
        }
        return parties.asEmployer().body(body).post(credentials()).then();
    }

    private RequestSpecification withTag(RequestSpecification request) {
        return request.header("If-Match", Parties.agency().get(plan()).header("ETag"));
    }

    /** The latest that other services hear of the plan, which keeps the promise. */
    private JsonNode snapshot() {
        String data = jdbi.withHandle(
                h -> h.createQuery("""
                        SELECT payload::text FROM outbox WHERE aggregate_id = ? AND topic = 'training-plan-changed'
                        ORDER BY id DESC LIMIT 1
                        """).bind(0, plan).mapTo(String.class).one());
        EventContract.of("org.dualtraining.training-plan-changed.v1").requireKeptBy(data);
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String plan() {
        return "/api/v1/training-plans/" + plan;
    }

    private String hours() {
        return plan() + "/hours";
    }

    private String credentials() {
        return "/api/v1/apprentices/" + parties.apprentice + "/credentials";
    }
}
