package org.dualtraining.plan;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.testkit.Tokens;
import org.jspecify.annotations.Nullable;

/** An employer, a college and an apprentice with an active plan, made through the API as an agency would. */
final class Parties {

    static final Tokens TOKENS = Tokens.ofThisTestRun();

    final UUID employer = created("/employers", Map.of("name", "Lakeside Clinic"));
    final UUID college = created(
            "/providers", Map.of("name", "Northern College", "type", "COLLEGE", "passGrades", List.of("A", "B+", "C")));
    final String learnerId = "S" + UUID.randomUUID();
    final UUID apprentice;

    Parties() {
        this("Robin Doe");
    }

    Parties(String apprenticeName) {
        apprentice = created(
                "/apprentices",
                Map.of(
                        "name",
                        apprenticeName,
                        "employerId",
                        employer,
                        "learnerIds",
                        List.of(Map.of("providerId", college, "learnerId", learnerId))));
    }

    UUID draftPlan() {
        return created(
                "/training-plans",
                Map.of(
                        "apprenticeId",
                        apprentice,
                        "frameworkId",
                        FakeCatalog.FRAMEWORK,
                        "targetCertificationId",
                        FakeCatalog.CERTIFICATION));
    }

    /** A draft of these lines. */
    @SafeVarargs
    final UUID planOf(Map<String, Object>... lines) {
        return created(
                "/training-plans",
                Map.of(
                        "apprenticeId",
                        apprentice,
                        "frameworkId",
                        FakeCatalog.FRAMEWORK,
                        "targetCertificationId",
                        FakeCatalog.CERTIFICATION,
                        "lines",
                        List.of(lines)));
    }

    UUID activePlan() {
        UUID plan = draftPlan();
        agency().post("/api/v1/training-plans/" + plan + "/activation").then().statusCode(200);
        return plan;
    }

    /** Maps a course to the competencies with these numbers. */
    UUID map(String course, Integer... competencies) {
        return created(
                "/course-mappings",
                Map.of(
                        "providerId",
                        college,
                        "courseCode",
                        course,
                        "competencyIds",
                        List.of(competencies).stream()
                                .map(FakeCatalog.COMPETENCIES::get)
                                .toList(),
                        "validFrom",
                        "2020-01-01"));
    }

    /** A passed completion of a course, to be changed into what a test needs. */
    Map<String, Object> completion(String sourceRecord, String course) {
        return new HashMap<>(Map.of(
                "learnerId",
                learnerId,
                "courseCode",
                course,
                "completedOn",
                "2026-05-15",
                "grade",
                "A",
                "sourceRecordId",
                sourceRecord));
    }

    Response post(@Nullable String key, Object body) {
        RequestSpecification request = asCollege().body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/v1/course-completions");
    }

    RequestSpecification asCollege() {
        return as(TOKENS.college(college));
    }

    RequestSpecification asEmployer() {
        return as(TOKENS.employer(employer));
    }

    static RequestSpecification agency() {
        return as(TOKENS.agency());
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static UUID created(String path, Object body) {
        return UUID.fromString(agency().body(body)
                .post("/api/v1" + path)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
