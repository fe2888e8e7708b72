package org.dualtraining.plan;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A college whose scores count from 70 percent on, with an apprentice whose plan has a line for its course. */
final class Scores {

    final Parties parties = new Parties();
    final UUID plan = parties.activePlan();

    Scores() {
        parties.map("HIMC1", 0);
        passFrom(70);
    }

    void passFrom(@Nullable Integer percent) {
        String path = "/api/v1/providers/" + parties.college;
        Map<String, Object> provider =
                new HashMap<>(Map.of("name", "Northern College", "type", "COLLEGE", "passGrades", List.of("A")));
        if (percent != null) {
            provider.put("passScorePercent", percent);
        }
        Parties.agency()
                .header("If-Match", Parties.agency().get(path).header("ETag"))
                .body(provider)
                .put(path)
                .then()
                .statusCode(200);
    }

    /** A final score of a learner, to be changed into what a test needs. */
    Map<String, Object> score(Number given, String timestamp) {
        return new HashMap<>(Map.of(
                "userId",
                parties.learnerId,
                "scoreGiven",
                given,
                "scoreMaximum",
                100,
                "timestamp",
                timestamp,
                "activityProgress",
                "Completed",
                "gradingProgress",
                "FullyGraded"));
    }

    Response postScore(Object score) {
        return parties.asCollege()
                .contentType("application/vnd.ims.lis.v1.score+json")
                .body(score)
                .post("/api/v1/lti-scores?courseCode=HIMC1");
    }

    /** A statement of the learner about the course. */
    Map<String, Object> statement(String verb) {
        return new HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "actor",
                        Map.of(
                                "objectType", "Agent",
                                "name", "Robin Doe",
                                "account", Map.of("homePage", "https://lms.example", "name", parties.learnerId)),
                "verb", Map.of("id", "http://adlnet.gov/expapi/verbs/" + verb, "display", Map.of("en-US", verb)),
                "object",
                        Map.of(
                                "id",
                                "https://lms.example/courses/HIMC1",
                                "definition",
                                Map.of("extensions", Map.of("https://lms.example/term", "2026SP"))),
                "context", Map.of("extensions", Map.of("https://lms.example/any", Map.of("a", 1))),
                "timestamp", "2026-05-15T23:30:00.000-05:00"));
    }

    Map<String, Object> statement(String verb, Map<String, Object> result) {
        Map<String, Object> statement = statement(verb);
        statement.put("result", result);
        return statement;
    }

    Map<String, Object> voiding(Map<String, Object> other) {
        Map<String, Object> statement = statement("voided");
        statement.put("object", Map.of("objectType", "StatementRef", "id", String.valueOf(other.get("id"))));
        return statement;
    }

    Response postStatements(Object statements) {
        return parties.asCollege()
                .header("X-Experience-API-Version", "1.0.3")
                .body(statements)
                .post("/api/v1/xapi-statements");
    }

    String lineState() {
        return Parties.agency().get("/api/v1/training-plans/" + plan).path("lines[0].state");
    }
}
