package org.dualtraining.plan;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The same person at the same employer and college, entered again with another learner id. */
final class Duplicate {

    private final Parties parties;
    private final String learnerId = "D" + UUID.randomUUID();
    final UUID id;

    Duplicate(Parties parties) {
        this.parties = parties;
        this.id = Parties.created(
                "/apprentices",
                Map.<String, Object>of(
                        "name",
                        "Robin M. Doe",
                        "employerId",
                        parties.employer,
                        "learnerIds",
                        List.of(Map.<String, Object>of("providerId", parties.college, "learnerId", learnerId))));
    }

    Map<String, Object> newPlan() {
        return Map.of(
                "apprenticeId",
                id,
                "frameworkId",
                FakeCatalog.FRAMEWORK,
                "targetCertificationId",
                FakeCatalog.CERTIFICATION);
    }

    UUID draftPlan() {
        return Parties.created("/training-plans", newPlan());
    }

    UUID activePlan() {
        UUID plan = draftPlan();
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/activation")
                .then()
                .statusCode(200);
        return plan;
    }

    Map<String, Object> completion(String sourceRecord, String course) {
        Map<String, Object> completion = parties.completion(sourceRecord, course);
        completion.put("learnerId", learnerId);
        return completion;
    }

    Response post(String sourceRecord, String course) {
        return parties.post(sourceRecord, completion(sourceRecord, course));
    }

    static Response merge(UUID survivor, UUID duplicate) {
        return Parties.agency()
                .body(Map.of("duplicateId", duplicate, "reason", "same person"))
                .post("/api/v1/apprentices/" + survivor + "/merge");
    }

    static Response signOff(Parties parties, UUID plan, int line, int rating) {
        String id = plan(plan.toString()).path("lines[" + line + "].id");
        return parties.asEmployer()
                .body(Map.of("rating", rating, "assessor", "Lee Fox", "assessedOn", "2026-01-0" + rating))
                .post("/api/v1/training-plans/" + plan + "/lines/" + id + "/sign-offs");
    }

    static Response plan(String id) {
        return Parties.agency().get("/api/v1/training-plans/" + id);
    }

    static ValidatableResponse apprentice(UUID id) {
        return Parties.agency().get("/api/v1/apprentices/" + id).then().statusCode(200);
    }
}
