package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scores of a learning platform (LTI Assignment and Grade Services) as completions. */
@PlanServiceTest
class LtiScoreResourceTest {

    private static final String MORNING = "2026-05-15T08:00:00.100Z";

    @Test
    void a_final_score_completes_the_course_on_the_day_of_its_own_zone() {
        Scores scores = new Scores();

        String id = scores.postScore(scores.score(87.5, "2026-05-15T23:30:00.123456-05:00"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("credited", hasSize(1))
                .extract()
                .path("completionId");

        scores.parties
                .asCollege()
                .get("/api/v1/course-completions/" + id)
                .then()
                .body("completedOn", equalTo("2026-05-15"))
                .body("grade", equalTo("87.5/100"))
                .body("passed", equalTo(true))
                .body("sourceRecordVersion", equalTo(1778905800123456L));
        assertThat(scores.lineState()).isEqualTo("CREDITED");
    }

    @Test
    void a_score_that_is_no_completion_yet_is_answered_and_not_stored() {
        Scores scores = new Scores();
        Map<String, Object> running = scores.score(50, MORNING);
        running.put("activityProgress", "InProgress");
        Map<String, Object> ungraded = scores.score(90, MORNING);
        ungraded.put("gradingProgress", "PendingManual");
        Map<String, Object> noScore = scores.score(90, MORNING);
        noScore.remove("scoreGiven");

        for (Map<String, Object> score : List.of(running, ungraded, noScore)) {
            scores.postScore(score)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REJECTED"))
                    .body("problem.type", equalTo("urn:dual-training:problem:score-is-no-completion-yet"));
        }
        scores.parties.asCollege().get("/api/v1/course-completions").then().body("items", hasSize(0));
    }

    @Test
    void an_older_score_never_replaces_a_newer_one_and_the_same_one_is_a_duplicate() {
        Scores scores = new Scores();
        scores.postScore(scores.score(80, "2026-05-15T10:00:00.000200Z")).then().body("status", equalTo("ACCEPTED"));

        scores.postScore(scores.score(20, "2026-05-15T10:00:00.000100Z"))
                .then()
                .statusCode(200)
                .body("status", equalTo("SUPERSEDED"));
        // the same moment, written in another zone
        scores.postScore(scores.score(80.0, "2026-05-15T12:00:00.0002+02:00"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DUPLICATE"));
        assertThat(scores.lineState()).isEqualTo("CREDITED");
        scores.postScore(scores.score(69.9, "2026-05-16T10:00:00Z")).then().body("status", equalTo("ACCEPTED"));
        assertThat(scores.lineState()).isEqualTo("REVOKED");
        scores.postScore(scores.score(120, "2026-05-17T10:00:00Z")).then().body("status", equalTo("ACCEPTED"));
        assertThat(scores.lineState()).isEqualTo("CREDITED");
    }

    @Test
    void a_score_sent_again_stays_a_duplicate_when_the_pass_score_has_changed() {
        Scores scores = new Scores();
        scores.postScore(scores.score(80, MORNING)).then().body("status", equalTo("ACCEPTED"));
        scores.passFrom(90);

        scores.postScore(scores.score(80, MORNING)).then().statusCode(200).body("status", equalTo("DUPLICATE"));
        scores.postScore(scores.score(81, MORNING))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:record-version-says-otherwise"));
    }

    @Test
    void a_provider_without_a_pass_score_is_told_so() {
        Scores scores = new Scores();
        scores.passFrom(null);

        scores.postScore(scores.score(80, MORNING))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:dual-training:problem:provider-has-no-pass-score"));
    }

    @Test
    void members_of_the_standard_and_extensions_are_taken_and_what_is_wrong_is_named() {
        Scores scores = new Scores();
        Map<String, Object> rich = scores.score(100, MORNING);
        rich.put("comment", "Well done");
        rich.put("submission", Map.of("startedAt", MORNING, "submittedAt", MORNING));
        rich.put("https://lms.example/extension", Map.of("a", List.of(1)));
        scores.postScore(rich)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("problem", nullValue());

        wrong(scores, "scoreGiven", -1, "/scoreGiven");
        wrong(scores, "scoreGiven", "ten", "/scoreGiven");
        wrong(scores, "scoreMaximum", 0, "/scoreMaximum");
        wrong(scores, "timestamp", "2026-05-15T08:00:00", "/timestamp");
        wrong(scores, "timestamp", "2999-05-15T08:00:00Z", "/timestamp");
        wrong(scores, "timestamp", "1969-05-15T08:00:00Z", "/timestamp");
        wrong(scores, "activityProgress", "Done", "/activityProgress");
        wrong(scores, "userId", "x".repeat(101), "/userId");
        scores.parties
                .asCollege()
                .body(scores.score(80, MORNING))
                .post("/api/v1/lti-scores")
                .then()
                .statusCode(400);
        scores.parties
                .asCollege()
                .body("{\"userId\":\"a\",\"scoreGiven\":1e-2000000000,\"scoreMaximum\":1,\"timestamp\":\"" + MORNING
                        + "\",\"activityProgress\":\"Completed\",\"gradingProgress\":\"FullyGraded\"}")
                .post("/api/v1/lti-scores?courseCode=HIMC1")
                .then()
                .statusCode(400);
    }

    @Test
    void another_college_cannot_send_scores_for_this_one_and_an_agency_can() {
        Scores scores = new Scores();
        String path = "/api/v1/lti-scores?courseCode=HIMC1&providerId=" + scores.parties.college;
        new Parties()
                .asCollege()
                .body(scores.score(80, MORNING))
                .post(path)
                .then()
                .statusCode(422);
        scores.parties
                .asEmployer()
                .body(scores.score(80, MORNING))
                .post(path)
                .then()
                .statusCode(403);

        Parties.agency()
                .body(scores.score(80, MORNING))
                .post(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
    }

    private static void wrong(Scores scores, String member, Object value, String pointer) {
        Map<String, Object> score = scores.score(80, MORNING);
        score.put(member, value);
        scores.postScore(score).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }
}
