package org.dualtraining.plan;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody of whom every text that people may enter says one word that is nowhere else. */
final class Person {

    final Parties parties = new Parties();
    final String needle = "Q" + UUID.randomUUID().toString().replace("-", "");
    final UUID id;

    Person() {
        this(null);
    }

    Person(@Nullable UUID employer) {
        id = Parties.created(
                "/apprentices",
                Map.<String, Object>of(
                        "name",
                        "Old " + needle,
                        "email",
                        needle + "@example.org",
                        "employerId",
                        employer == null ? parties.employer : employer,
                        "learnerIds",
                        List.of(Map.<String, Object>of("providerId", parties.college, "learnerId", needle))));
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .body(Map.<String, Object>of(
                        "name", "New " + needle, "employerId", employer == null ? parties.employer : employer))
                .put("/api/v1/apprentices/" + id)
                .then()
                .statusCode(200);
    }

    UUID plan() {
        return Parties.created(
                "/training-plans",
                Map.of(
                        "apprenticeId",
                        id,
                        "frameworkId",
                        FakeCatalog.FRAMEWORK,
                        "targetCertificationId",
                        FakeCatalog.CERTIFICATION));
    }

    /** With completions in all states, a sign-off and reasons. */
    UUID completePlan() {
        UUID plan = plan();
        move(plan, "activation");
        parties.map("HIMC1", 0);
        post("accepted", "HIMC1", 1).then().body("status", equalTo("ACCEPTED"));
        post("superseded", "HIMC1", 1);
        String revoked = post("superseded", "HIMC1", 2).path("completionId");
        parties.asCollege()
                .body(Map.of("reason", "not " + needle))
                .post("/api/v1/course-completions/" + revoked + "/revocation")
                .then()
                .statusCode(200);
        post("parked", "UNMAPPED", 1).then().body("status", equalTo("PARKED"));
        post("failed", "HIMC1", 1, false);
        String path = "/api/v1/training-plans/" + plan;
        Response read = Parties.agency().get(path);
        Parties.agency()
                .body(Map.of("rating", 4, "assessor", needle, "assessedOn", "2026-01-01", "note", "by " + needle))
                .post(path + "/lines/" + read.path("lines[10].id") + "/sign-offs")
                .then()
                .statusCode(201);
        Parties.agency()
                .header("If-Match", Parties.agency().get(path).header("ETag"))
                .body(Map.of(
                        "disposition",
                        "EXCLUDED",
                        "reason",
                        needle + " knows it",
                        "courseDescription",
                        "for " + needle))
                .patch(path + "/lines/" + read.path("lines[12].id"))
                .then()
                .statusCode(200);
        Parties.agency()
                .header("If-Match", Parties.agency().get(path).header("ETag"))
                .body(Map.of("hours", 160))
                .put(path + "/hours/ON_THE_JOB/2026-05")
                .then()
                .statusCode(201);
        hold("2025-01-01");
        Parties.agency().delete("/api/v1/apprentices/" + id + "/credentials/" + hold("2024-01-01"));
        move(plan, "completion");
        return plan;
    }

    private String hold(String awardedOn) {
        return Parties.agency()
                .body(Map.of(
                        "certificationId",
                        FakeCatalog.CERTIFICATION,
                        "awardedOn",
                        awardedOn,
                        "evidence",
                        "seen by " + needle))
                .post("/api/v1/apprentices/" + id + "/credentials")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void move(UUID plan, String verb) {
        Parties.agency()
                .body(Map.of("reason", "for " + needle))
                .post("/api/v1/training-plans/" + plan + "/" + verb)
                .then()
                .statusCode(200);
    }

    Response post(String sourceRecord, String course, int version) {
        return post(sourceRecord, course, version, true);
    }

    private Response post(String sourceRecord, String course, int version, boolean passed) {
        Map<String, Object> completion = parties.completion(sourceRecord + needle, course);
        completion.put("learnerId", needle);
        completion.put("sourceRecordVersion", version);
        completion.put("passed", passed);
        completion.put("evidenceUrl", "https://example.org/" + needle);
        return parties.post(sourceRecord + version + UUID.randomUUID(), completion);
    }

    static Response erase(UUID apprentice) {
        return Parties.agency()
                .body(Map.of("reason", "asked for"))
                .post("/api/v1/apprentices/" + apprentice + "/erasure");
    }
}
