package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.plan.Person.erase;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An apprentice is erased once, when no plan is open any more, and nothing is taken for them afterwards. */
@PlanServiceTest
class ErasedOnceTest {

    @Test
    void an_erasure_is_refused_while_a_plan_is_open_and_again_changes_nothing() {
        Person person = new Person();
        UUID plan = person.plan();
        erase(person.id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:erasure-needs-closed-plans"));
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/cancellation")
                .then()
                .statusCode(200);
        String erasedAt = erase(person.id).then().statusCode(200).extract().path("erasedAt");

        Response again = erase(person.id);

        again.then().statusCode(200).body("changed", equalTo(false));
        assertThat(again.<String>path("erasedAt").substring(0, 23)).isEqualTo(erasedAt.substring(0, 23));
        erase(UUID.randomUUID()).then().statusCode(404);
        person.parties
                .asEmployer()
                .body(Map.of("reason", "x"))
                .post("/api/v1/apprentices/" + person.id + "/erasure")
                .then()
                .statusCode(403);
    }

    @Test
    void a_completion_that_comes_later_is_parked_as_unknown_and_touches_no_credit() {
        Person person = new Person();
        UUID plan = person.completePlan();
        erase(person.id).then().statusCode(200);

        // a correction of what was credited, and the same again
        person.post("accepted", "HIMC1", 2).then().statusCode(201).body("parkedReason", equalTo("UNKNOWN_LEARNER"));
        person.post("accepted", "HIMC1", 1).then().statusCode(200).body("status", equalTo("SUPERSEDED"));

        Parties.agency().get("/api/v1/training-plans/" + plan).then().body("lines[0].state", equalTo("CREDITED"));
    }

    @Test
    void nothing_new_is_taken_for_an_erased_apprentice() {
        Person person = new Person();
        erase(person.id).then().statusCode(200);
        String path = "/api/v1/apprentices/" + person.id;

        Parties.agency()
                .body(Map.of("providerId", person.parties.college, "learnerId", "new-one"))
                .post(path + "/learner-ids")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:apprentice-is-erased"));
        Parties.agency()
                .header("If-Match", Parties.agency().get(path).header("ETag"))
                .body(Map.<String, Object>of("name", "X", "employerId", person.parties.employer))
                .put(path)
                .then()
                .statusCode(409);
        Parties.agency()
                .body(Map.of(
                        "apprenticeId",
                        person.id,
                        "frameworkId",
                        FakeCatalog.FRAMEWORK,
                        "targetCertificationId",
                        FakeCatalog.CERTIFICATION))
                .post("/api/v1/training-plans")
                .then()
                .statusCode(409);
        Parties.agency()
                .body(Map.of("duplicateId", person.id, "reason", "x"))
                .post("/api/v1/apprentices/" + new Parties().apprentice + "/merge")
                .then()
                .statusCode(409);
    }

    @Test
    void a_sign_off_of_an_erased_apprentice_is_not_corrected() {
        Person person = new Person();
        UUID plan = person.completePlan();
        String line = Parties.agency().get("/api/v1/training-plans/" + plan).path("lines[10].id");
        String path = "/api/v1/training-plans/" + plan + "/lines/" + line + "/sign-offs";
        String signOff = Parties.agency().get(path).path("items[0].id");
        erase(person.id).then().statusCode(200);

        Parties.agency()
                .body(Map.of("rating", 1, "assessor", "X", "assessedOn", "2026-01-01", "corrects", signOff))
                .post(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:apprentice-is-erased"));
    }
}
