package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Everything that is held about one person, for that person and the agency, and what was corrected in it. */
@PlanServiceTest
class PersonRecordTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_record_holds_what_every_part_of_the_service_knows_of_a_person() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        parties.map("HIMC1", 0);
        String first = parties.post("k1", parties.completion("r1", "HIMC1"))
                .then()
                .extract()
                .path("completionId");
        Map<String, Object> corrected = parties.completion("r1", "HIMC1");
        corrected.put("sourceRecordVersion", 2);
        corrected.put("grade", "B+");
        String second = parties.post("k2", corrected).then().extract().path("completionId");
        parties.asCollege()
                .body(Map.of("reason", "wrong person"))
                .post("/api/v1/course-completions/" + second + "/revocation");
        String parked = parties.post("k3", parties.completion("r2", "UNMAPPED"))
                .then()
                .extract()
                .path("completionId");
        String line = Parties.agency().get("/api/v1/training-plans/" + plan).path("lines[10].id");
        parties.asEmployer()
                .body(Map.of("rating", 4, "assessor", "Lee Fox", "assessedOn", "2026-01-01", "note", "well done"))
                .post("/api/v1/training-plans/" + plan + "/lines/" + line + "/sign-offs")
                .then()
                .statusCode(201);

        Parties.agency()
                .header(
                        "If-Match",
                        Parties.agency().get("/api/v1/training-plans/" + plan).header("ETag"))
                .body(Map.of("hours", 160))
                .put("/api/v1/training-plans/" + plan + "/hours/ON_THE_JOB/2026-05")
                .then()
                .statusCode(201);
        parties.asEmployer()
                .body(Map.of(
                        "certificationId", FakeCatalog.CERTIFICATION, "awardedOn", "2025-01-01", "evidence", "a paper"))
                .post("/api/v1/apprentices/" + parties.apprentice + "/credentials")
                .then()
                .statusCode(201);

        personRecord(parties)
                .body("apprenticeId", equalTo(parties.apprentice.toString()))
                .body("persons.name", contains("Robin Doe"))
                .body("learnerIds.learnerId", contains(parties.learnerId))
                .body("changes.kind", contains("ENTERED", "CREDENTIAL_RECORDED"))
                .body("trainingPlans.id", contains(plan.toString()))
                .body("trainingPlans[0].status", equalTo("ACTIVE"))
                .body("trainingPlans[0].lines", hasSize(15))
                .body("trainingPlans[0].lines[0].state", equalTo("REVOKED"))
                .body("trainingPlans[0].lines[10].rating", equalTo(4))
                .body("planHistory.kind", contains("MADE", "ACTIVATED", "HOURS_STATED"))
                .body("courseCompletions.id", containsInAnyOrder(first, second, parked))
                .body("courseCompletions.state", containsInAnyOrder("SUPERSEDED", "REVOKED", "PARKED"))
                .body("courseCompletions.find{it.id == '" + second + "'}.revocationReason", equalTo("wrong person"))
                .body("signOffs.assessor", contains("Lee Fox"))
                .body("signOffs[0].note", equalTo("well done"))
                .body("signOffs[0].planId", equalTo(plan.toString()))
                .body("priorLearning", hasSize(0))
                .body("hours.month", contains("2026-05"))
                .body("hours.hours", contains(160))
                .body("priorCredentials.evidence", contains("a paper"))
                .body("evidence.basis", containsInAnyOrder("COURSE_COMPLETION", "COURSE_COMPLETION", "SIGN_OFF"))
                .body("evidence.findAll{it.withdrawnAt != null}", hasSize(2))
                .body("disclosures.href", equalTo("/api/v1/apprentices/" + parties.apprentice + "/disclosures"));
    }

    @Test
    void a_record_is_a_file_whose_name_says_nothing_of_the_person() {
        Parties parties = new Parties();

        Response answer = Parties.agency().get("/api/v1/apprentices/" + parties.apprentice + "/record");

        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"apprentice-" + parties.apprentice + ".json\"");
    }

    @Test
    void a_record_is_for_the_person_and_the_agency_and_its_reading_is_disclosed() {
        Parties parties = new Parties();
        String path = "/api/v1/apprentices/" + parties.apprentice + "/record";

        Parties.as(Parties.TOKENS.apprentice(parties.apprentice))
                .get(path)
                .then()
                .statusCode(200)
                .body("disclosures.entries", equalTo(0));
        Parties.agency().get(path).then().statusCode(200).body("disclosures.entries", equalTo(1));
        parties.asEmployer().get(path).then().statusCode(403);
        parties.asCollege().get(path).then().statusCode(403);
        Parties.as(Parties.TOKENS.apprentice(UUID.randomUUID()))
                .get(path)
                .then()
                .statusCode(404);
        Parties.agency()
                .get("/api/v1/apprentices/" + UUID.randomUUID() + "/record")
                .then()
                .statusCode(404);
        Parties.agency()
                .get("/api/v1/apprentices/" + parties.apprentice + "/disclosures")
                .then()
                .body("items.what", contains("RECORD"));
    }

    @Test
    void a_record_holds_another_persons_things_never_and_all_of_many_rows_once() {
        Parties parties = new Parties();
        Parties other = new Parties();
        for (Parties each : List.of(parties, other)) {
            jdbi.useHandle(h -> h.createUpdate("""
                            INSERT INTO course_completion (id, provider_id, source_record_id, source_record_version,
                                learner_id, course_code, completed_on, passed, state, parked_reason, received_at)
                            SELECT gen_random_uuid(), :college, 'x' || n, 1, :learner, 'C', date '2026-05-01', true,
                                'PARKED', 'UNMAPPED_COURSE', now()
                            FROM generate_series(1, 450) AS n
                            """)
                    .bind("college", each.college)
                    .bind("learner", each.learnerId)
                    .execute());
        }

        List<String> ids = personRecord(parties)
                .body("courseCompletions.findAll{it.learnerId != '" + parties.learnerId + "'}", hasSize(0))
                .extract()
                .path("courseCompletions.id");

        assertThat(ids).hasSize(450);
        assertThat(new HashSet<>(ids)).hasSize(450);
    }

    @Test
    void a_correction_says_who_changed_what_and_keeps_what_it_was() {
        Parties parties = new Parties();
        String path = "/api/v1/apprentices/" + parties.apprentice;
        Map<String, Object> input =
                Map.of("name", "Robin Roe", "email", "robin@example.org", "employerId", parties.employer);
        Response changed =
                parties.asEmployer().header("If-Match", "\"1.1\"").body(input).put(path);
        changed.then().statusCode(200).body("name", equalTo("Robin Roe"));
        // the same again is no change of the person
        parties.asEmployer()
                .header("If-Match", changed.header("ETag"))
                .body(input)
                .put(path)
                .then()
                .statusCode(200);
        Parties.agency()
                .body(Map.of("providerId", parties.college, "learnerId", "second-" + parties.learnerId))
                .post(path + "/learner-ids")
                .then()
                .statusCode(201);

        personRecord(parties)
                .body("changes.kind", contains("ENTERED", "CORRECTED", "LEARNER_ID_ADDED"))
                .body("changes.role", contains("agency", "employer", "agency"))
                .body("changes[1].members", contains("email", "name"))
                .body("changes[1].before.name", equalTo("Robin Doe"))
                .body("changes[1].before.email", nullValue())
                .body("persons[0].name", equalTo("Robin Roe"));
    }

    @Test
    void a_refused_correction_leaves_no_trace() {
        Parties parties = new Parties();
        String path = "/api/v1/apprentices/" + parties.apprentice;
        Map<String, Object> input = Map.of("name", "X", "employerId", parties.employer);
        parties.asEmployer()
                .header("If-Match", "\"1.7\"")
                .body(input)
                .put(path)
                .then()
                .statusCode(412);
        Map<String, Object> taken = Map.of(
                "name",
                "X",
                "employerId",
                parties.employer,
                "learnerIds",
                List.of(Map.of("providerId", new Parties().college, "learnerId", "free")));
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .body(Map.of("name", "X", "employerId", UUID.randomUUID()))
                .put(path)
                .then()
                .statusCode(422);
        new Parties()
                .asEmployer()
                .header("If-Match", "\"1.1\"")
                .body(taken)
                .put(path)
                .then()
                .statusCode(404);

        personRecord(parties).body("changes.kind", contains("ENTERED")).body("persons[0].name", equalTo("Robin Doe"));
    }

    private static ValidatableResponse personRecord(Parties parties) {
        return Parties.agency()
                .get("/api/v1/apprentices/" + parties.apprentice + "/record")
                .then()
                .statusCode(200);
    }
}
