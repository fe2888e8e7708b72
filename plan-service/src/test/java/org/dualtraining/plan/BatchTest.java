package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Up to 500 rows in one post: each gets its receipt. */
@PlanServiceTest
class BatchTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_batch_gets_a_receipt_per_row_and_a_wrong_row_stops_no_other() {
        Parties parties = new Parties();
        parties.activePlan();
        parties.map("HIMC1", 0);
        Map<String, Object> unknownLearner = parties.completion("r2", "HIMC1");
        unknownLearner.put("learnerId", "nobody");
        Map<String, Object> unknownMember = parties.completion("r3", "HIMC1");
        unknownMember.put("colour", "crimson");
        Map<String, Object> wrongDate = parties.completion("r4", "HIMC1");
        wrongDate.put("completedOn", "31.12.2025");
        Map<String, Object> badGrade = parties.completion("r5", "HIMC1");
        badGrade.put("grade", "F");
        Map<String, Object> otherProvider = parties.completion("r6", "HIMC1");
        otherProvider.put("providerId", UUID.randomUUID());
        List<Object> batch = List.of(
                parties.completion("r1", "HIMC1"),
                unknownLearner,
                unknownMember,
                wrongDate,
                badGrade,
                otherProvider,
                42,
                parties.completion("r7", "UNMAPPED"),
                parties.completion("r1", "HIMC1"));

        Response answer = parties.asCollege().body(batch).post("/api/v1/course-completions/batch");

        answer.then()
                .statusCode(200)
                .body("row", contains(1, 2, 3, 4, 5, 6, 7, 8, 9))
                .body(
                        "status",
                        contains(
                                "ACCEPTED",
                                "PARKED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "PARKED",
                                "DUPLICATE"))
                .body("[1].parkedReason", equalTo("UNKNOWN_LEARNER"))
                .body("[2].problem.errors[0].pointer", equalTo("/colour"))
                .body("[3].problem.errors[0].pointer", equalTo("/completedOn"))
                .body("[4].problem.errors[0].pointer", equalTo("/grade"))
                .body("[5].problem.errors[0].pointer", equalTo("/providerId"))
                .body("[7].parkedReason", equalTo("UNMAPPED_COURSE"))
                .body("[0].credited", hasSize(1));
        parties.asCollege()
                .body(batch)
                .post("/api/v1/course-completions/batch")
                .then()
                .statusCode(200)
                .body("findAll{it.status != 'REJECTED'}.status", everyItem(equalTo("DUPLICATE")));
        assertThat(answer.asString()).doesNotContain("nobody").doesNotContain("crimson");
    }

    @Test
    void a_batch_has_at_most_five_hundred_rows() {
        Parties parties = new Parties();
        List<Object> rows = IntStream.range(0, 501)
                .mapToObj(i -> (Object) parties.completion("r" + i, "HIMC1"))
                .toList();

        parties.asCollege()
                .body(rows)
                .post("/api/v1/course-completions/batch")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        parties.asCollege()
                .body(rows.subList(0, 500))
                .post("/api/v1/course-completions/batch")
                .then()
                .statusCode(200)
                .body("", hasSize(500));
        assertThat(count("SELECT count(*) FROM course_completion WHERE provider_id = ?", parties.college))
                .isEqualTo(500);
    }

    @Test
    void dates_beyond_every_calendar_are_refused() {
        Parties parties = new Parties();
        Map<String, Object> far = parties.completion("r1", "HIMC1");
        far.put("completedOn", "2026-05-15T00:00:00Z");
        parties.post("k0", far).then().statusCode(400).body("errors[0].pointer", equalTo("/completedOn"));
        far.put("completedOn", "+999999998-01-01");
        parties.post("k1", far).then().statusCode(400).body("errors[0].pointer", equalTo("/completedOn"));
        parties.asCollege()
                .get("/api/v1/course-completions?since=garbage")
                .then()
                .statusCode(400);
        parties.asCollege()
                .queryParam("since", "+294277-12-31T00:00:00Z")
                .get("/api/v1/course-completions")
                .then()
                .statusCode(400);
        Parties.agency()
                .body(Map.of(
                        "providerId",
                        parties.college,
                        "courseCode",
                        "C",
                        "competencyIds",
                        List.of(FakeCatalog.COMPETENCIES.get(0)),
                        "validFrom",
                        "+999999998-01-01"))
                .post("/api/v1/course-mappings")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/validFrom"));
    }

    private long count(String sql, Object argument) {
        return jdbi.withHandle(
                h -> h.createQuery(sql).bind(0, argument).mapTo(Long.class).one());
    }
}
