package org.dualtraining.plan;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Another party's things answer exactly like things that never existed. */
@PlanServiceTest
class PartyWallTest {

    @Test
    void another_employers_things_do_not_exist() {
        Parties owner = new Parties();
        UUID plan = owner.activePlan();
        String line = Parties.agency().get("/api/v1/training-plans/" + plan).path("lines[10].id");
        RequestSpecification stranger = new Parties().asEmployer();

        alike(owner.employer, id -> stranger.get("/api/v1/employers/" + id));
        alike(owner.apprentice, id -> stranger.get("/api/v1/apprentices/" + id));
        alike(owner.apprentice, id -> stranger.get("/api/v1/apprentices/" + id + "/learner-ids"));
        alike(plan, id -> stranger.get("/api/v1/training-plans/" + id));
        alike(plan, id -> stranger.post("/api/v1/training-plans/" + id + "/activation"));
        Map<String, Object> signOff = Map.of("rating", 4, "assessor", "X", "assessedOn", "2026-01-01");
        alike(plan, id -> new Parties()
                .asEmployer()
                .body(signOff)
                .post("/api/v1/training-plans/" + id + "/lines/" + line + "/sign-offs"));
        alike(plan, id -> new Parties()
                .asEmployer()
                .body(Map.of("courseName", "X"))
                .patch("/api/v1/training-plans/" + id + "/lines/" + line));
        stranger.get("/api/v1/training-plans?employer=" + owner.employer)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        alike(owner.apprentice, id -> new Parties()
                .asEmployer()
                .body(Map.of(
                        "apprenticeId",
                        id,
                        "frameworkId",
                        FakeCatalog.FRAMEWORK,
                        "targetCertificationId",
                        FakeCatalog.CERTIFICATION))
                .post("/api/v1/training-plans"));
    }

    @Test
    void another_colleges_things_do_not_exist() {
        Parties owner = new Parties();
        owner.activePlan();
        UUID mapping = owner.map("HIMC1", 0);
        Map<String, Object> completion = new HashMap<>(Map.of(
                "learnerId",
                owner.learnerId,
                "courseCode",
                "HIMC1",
                "completedOn",
                "2026-05-15",
                "grade",
                "A",
                "sourceRecordId",
                "r1"));
        UUID id = UUID.fromString(owner.asCollege()
                .header("Idempotency-Key", "k")
                .body(completion)
                .post("/api/v1/course-completions")
                .path("completionId"));
        Parties other = new Parties();

        alike(mapping, m -> other.asCollege().get("/api/v1/course-mappings/" + m));
        alike(mapping, m -> other.asCollege().delete("/api/v1/course-mappings/" + m));
        alike(id, c -> other.asCollege().get("/api/v1/course-completions/" + c));
        alike(id, c -> other.asCollege()
                .body(Map.of("reason", "x"))
                .post("/api/v1/course-completions/" + c + "/revocation"));
        alike(owner.college, provider -> {
            completion.put("providerId", provider);
            return other.asCollege()
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(completion)
                    .post("/api/v1/course-completions");
        });
        other.asCollege()
                .get("/api/v1/course-completions?learnerId=" + owner.learnerId)
                .then()
                .body("items", hasSize(0));
        other.asCollege()
                .body(List.of(completion))
                .post("/api/v1/course-completions/batch")
                .then()
                .statusCode(200)
                .body("[0].status", equalTo("REJECTED"));
    }

    @Test
    void a_role_reads_and_writes_only_what_it_may() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        RequestSpecification apprentice = Parties.as(Parties.TOKENS.apprentice(parties.apprentice));

        apprentice.get("/api/v1/apprentices/" + parties.apprentice).then().statusCode(200);
        apprentice.get("/api/v1/training-plans/" + plan).then().statusCode(is(200));
        apprentice.post("/api/v1/training-plans/" + plan + "/activation").then().statusCode(403);
        parties.asCollege()
                .get("/api/v1/apprentices/" + parties.apprentice)
                .then()
                .statusCode(403);
        parties.asEmployer().get("/api/v1/course-completions").then().statusCode(403);
        Parties.as(Parties.TOKENS.dashboard()).get("/api/v1/apprentices").then().statusCode(403);
        Parties.as(Parties.TOKENS.token().role("college").mint())
                .get("/api/v1/course-completions")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:dual-training:problem:forbidden"));
    }

    /** The same status and body for this id as for one that nothing has. */
    private static void alike(UUID id, Function<UUID, Response> request) {
        Response theirs = request.apply(id);
        Response nobodys = request.apply(UUID.randomUUID());
        Assertions.assertThat(theirs.statusCode()).isIn(404, 422);
        Assertions.assertThat(theirs.statusCode()).isEqualTo(nobodys.statusCode());
        Assertions.assertThat(theirs.asString()).isEqualTo(nobodys.asString());
    }
}
