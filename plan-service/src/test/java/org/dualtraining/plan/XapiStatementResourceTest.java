package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Statements of the Experience API as completions. */
@PlanServiceTest
class XapiStatementResourceTest {

    @Test
    void passed_says_a_completion_on_the_day_of_its_own_zone() {
        Scores scores = new Scores();
        Map<String, Object> passed = scores.statement("passed");

        String id = scores.postStatements(passed)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("credited", hasSize(1))
                .extract()
                .path("completionId");

        scores.postStatements(passed).then().statusCode(200).body("status", equalTo("DUPLICATE"));
        scores.parties
                .asCollege()
                .get("/api/v1/course-completions/" + id)
                .then()
                .body("completedOn", equalTo("2026-05-15"))
                .body("courseCode", equalTo("HIMC1"))
                .body("sourceRecordId", equalTo(passed.get("id")))
                .body("sourceRecordVersion", equalTo(1));
        assertThat(scores.lineState()).isEqualTo("CREDITED");
    }

    @Test
    void an_array_gets_a_receipt_for_each_statement_and_a_wrong_one_stops_no_other() {
        Scores scores = new Scores();
        Map<String, Object> unknownMember = scores.statement("passed");
        unknownMember.put("colour", "crimson");
        Map<String, Object> noAccount = scores.statement("passed");
        noAccount.put("actor", Map.of("mbox", "mailto:robin@example.org"));
        Map<String, Object> contradicting = scores.statement("passed", Map.of("success", false));
        Map<String, Object> named = scores.statement("passed");
        named.put(
                "object",
                Map.of(
                        "id",
                        "urn:lms:4711",
                        "definition",
                        Map.of("extensions", Map.of("urn:dual-training:xapi:course-code", "OTHER"))));
        Map<String, Object> nameless = scores.statement("passed");
        nameless.put("object", Map.of("id", "urn:lms:4711"));
        Map<String, Object> aboutAPerson = scores.statement("passed");
        aboutAPerson.put("verb", Map.of("id", "http://adlnet.gov/expapi/verbs/mentored"));
        aboutAPerson.put("object", Map.of("objectType", "Agent", "mbox", "mailto:robin@example.org"));
        Map<String, Object> timeless = scores.statement("passed");
        timeless.remove("timestamp");

        String answer = scores.postStatements(List.of(
                        scores.statement("completed", Map.of("score", Map.of("scaled", 0.7, "raw", 7))),
                        unknownMember,
                        noAccount,
                        contradicting,
                        named,
                        nameless,
                        aboutAPerson,
                        timeless,
                        42,
                        scores.statement("completed", Map.of("completion", false)),
                        scores.statement("completed", Map.of("completion", true)),
                        scores.statement("failed")))
                .then()
                .statusCode(200)
                .body("row", contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
                .body(
                        "status",
                        contains(
                                "ACCEPTED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "PARKED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "ACCEPTED"))
                .body("[0].credited", hasSize(1))
                .body("[1].problem.errors[0].pointer", equalTo("/colour"))
                .body("[2].problem.errors[0].pointer", equalTo("/actor/account"))
                .body("[3].problem.errors[0].pointer", equalTo("/result/success"))
                .body("[5].problem.errors[0].pointer", equalTo("/object/id"))
                .body("[6].problem.type", equalTo("urn:dual-training:problem:statement-says-no-completion"))
                .body("[7].problem.errors[0].pointer", equalTo("/timestamp"))
                .body("[9].problem.type", equalTo("urn:dual-training:problem:statement-says-no-completion"))
                .body("[10].problem.errors[0].pointer", equalTo("/result"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("crimson").doesNotContain("robin@");
    }

    @Test
    void a_voided_statement_counts_no_more_in_whatever_order_the_two_arrive() {
        Scores scores = new Scores();
        Map<String, Object> first = scores.statement("passed");
        scores.postStatements(first).then().body("status", equalTo("ACCEPTED"));
        assertThat(scores.lineState()).isEqualTo("CREDITED");
        scores.postStatements(scores.voiding(first)).then().statusCode(200).body("status", equalTo("ACCEPTED"));
        assertThat(scores.lineState()).isEqualTo("REVOKED");
        scores.postStatements(scores.voiding(first)).then().body("status", equalTo("DUPLICATE"));

        Map<String, Object> late = scores.statement("passed");
        scores.postStatements(scores.voiding(late)).then().body("status", equalTo("ACCEPTED"));
        scores.postStatements(late)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:statement-is-voided"));
        Map<String, Object> together = scores.statement("passed");
        scores.postStatements(List.of(together, scores.voiding(together), first))
                .then()
                .body("status", contains("REJECTED", "ACCEPTED", "DUPLICATE"));
        assertThat(scores.lineState()).isEqualTo("REVOKED");

        scores.postStatements(scores.statement("passed")).then().body("status", equalTo("ACCEPTED"));
        assertThat(scores.lineState()).isEqualTo("CREDITED");
    }

    @Test
    void one_post_takes_a_statement_back_and_says_anew_what_counts() {
        Scores scores = new Scores();
        Map<String, Object> first = scores.statement("passed");
        String wrong = scores.postStatements(first).path("completionId");
        Map<String, Object> right = scores.statement("passed");
        right.put("timestamp", "2026-05-18T12:00:00Z");

        String counts = scores.postStatements(List.of(scores.voiding(first), right))
                .then()
                .statusCode(200)
                .body("status", contains("ACCEPTED", "ACCEPTED"))
                .body("[0].completionId", equalTo(wrong))
                .body("[1].credited", hasSize(1))
                .extract()
                .path("[1].completionId");

        assertThat(counts).isNotEqualTo(wrong);
        Parties.agency()
                .get("/api/v1/training-plans/" + scores.plan)
                .then()
                .body("lines[0].state", equalTo("CREDITED"))
                .body("lines[0].completedOn", equalTo("2026-05-18"));
        scores.parties
                .asCollege()
                .get("/api/v1/course-completions/" + wrong)
                .then()
                .body("state", equalTo("REVOKED"));
    }

    @Test
    void another_colleges_statements_cannot_be_voided() {
        Scores scores = new Scores();
        Map<String, Object> passed = scores.statement("passed");
        scores.postStatements(passed).then().body("status", equalTo("ACCEPTED"));
        Scores other = new Scores();

        other.postStatements(other.voiding(passed)).then().statusCode(200);

        assertThat(scores.lineState()).isEqualTo("CREDITED");
        scores.postStatements(passed).then().body("status", equalTo("DUPLICATE"));
    }

    @Test
    void a_score_needs_a_pass_score_and_a_single_wrong_statement_is_refused() {
        Scores scores = new Scores();
        scores.passFrom(null);
        scores.postStatements(scores.statement("completed", Map.of("score", Map.of("scaled", 0.9))))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:dual-training:problem:provider-has-no-pass-score"));
        scores.postStatements(scores.statement("passed", Map.of("score", Map.of("scaled", 1.1))))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/result/score/scaled"));
        scores.postStatements(scores.statement("launched"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));
        scores.parties
                .asCollege()
                .header("X-Experience-API-Version", "0.95")
                .body(scores.statement("passed"))
                .post("/api/v1/xapi-statements")
                .then()
                .statusCode(400);
        scores.postStatements(Collections.nCopies(501, Map.of("id", UUID.randomUUID())))
                .then()
                .statusCode(413);
        scores.postStatements(List.of()).then().statusCode(200).body("", hasSize(0));
    }
}
