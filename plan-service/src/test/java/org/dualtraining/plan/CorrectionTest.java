package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What providers say later: corrections, late versions, revocations, failed results, rows that were parked. */
@PlanServiceTest
class CorrectionTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_late_older_version_changes_nothing_and_a_newer_one_reinstates_what_was_revoked() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        parties.map("HIMC1", 0);
        Map<String, Object> second = parties.completion("r1", "HIMC1");
        second.put("sourceRecordVersion", 2);
        String id = parties.post("k1", second).then().statusCode(201).extract().path("completionId");

        parties.post("k2", parties.completion("r1", "HIMC1"))
                .then()
                .statusCode(200)
                .body("status", equalTo("SUPERSEDED"));
        parties.asCollege()
                .body(Map.of("reason", "mistake"))
                .post("/api/v1/course-completions/" + id + "/revocation")
                .then()
                .statusCode(200);
        line(plan, "REVOKED");
        Map<String, Object> third = parties.completion("r1", "HIMC1");
        third.put("sourceRecordVersion", 3);
        parties.post("k3", third).then().statusCode(201).body("status", equalTo("ACCEPTED"));
        line(plan, "CREDITED");
    }

    @Test
    void a_failed_result_takes_the_credit_away() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        parties.map("HIMC1", 0);
        parties.post("k1", parties.completion("r1", "HIMC1")).then().statusCode(201);
        line(plan, "CREDITED");

        Map<String, Object> failed = parties.completion("r1", "HIMC1");
        failed.put("sourceRecordVersion", 2);
        failed.put("passed", false);
        parties.post("k2", failed).then().statusCode(201);

        line(plan, "REVOKED");
    }

    @Test
    void a_correction_of_grade_and_day_keeps_the_credit_although_the_course_is_mapped_otherwise_by_now() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        UUID mapping = parties.map("HIMC1", 0);
        parties.post("k1", parties.completion("r1", "HIMC1")).then().statusCode(201);
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .delete("/api/v1/course-mappings/" + mapping)
                .then()
                .statusCode(204);

        Map<String, Object> corrected = parties.completion("r1", "HIMC1");
        corrected.put("sourceRecordVersion", 2);
        corrected.put("grade", "B+");
        corrected.put("completedOn", "2026-05-16");
        parties.post("k2", corrected)
                .then()
                .statusCode(201)
                .body("status", equalTo("ACCEPTED"))
                .body("credited", hasSize(1));

        line(plan, "CREDITED");
    }

    @Test
    void a_duplicate_stays_one_when_the_pass_list_has_changed() {
        Parties parties = new Parties();
        parties.map("HIMC1", 0);
        parties.post("k1", parties.completion("r1", "HIMC1")).then().statusCode(201);
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .body(Map.of("name", "Northern College", "type", "COLLEGE", "passGrades", List.of("B+")))
                .put("/api/v1/providers/" + parties.college)
                .then()
                .statusCode(200);

        parties.post("k2", parties.completion("r1", "HIMC1"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DUPLICATE"));
        parties.post("k3", parties.completion("r2", "HIMC1")).then().statusCode(422);
    }

    @Test
    void versions_of_one_record_that_arrive_together_leave_the_highest_in_force() throws Exception {
        Parties parties = new Parties();
        parties.activePlan();
        parties.map("HIMC1", 0);
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Future<Response>> answers = IntStream.rangeClosed(1, 64)
                .mapToObj(version -> callers.submit(() -> {
                    Map<String, Object> body = parties.completion("r1", "HIMC1");
                    body.put("sourceRecordVersion", version);
                    return parties.post("k" + version, body);
                }))
                .collect(Collectors.toList());
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isIn(200, 201);
        }
        callers.shutdown();

        List<Integer> inForce = jdbi.withHandle(h -> h.createQuery(
                        "SELECT source_record_version FROM course_completion WHERE provider_id = ? AND state = 'ACCEPTED'")
                .bind(0, parties.college)
                .mapTo(Integer.class)
                .list());
        assertThat(inForce).containsExactly(64);
        assertThat(count(
                        "SELECT count(*) FROM evidence WHERE apprentice_id = ? AND withdrawn_at IS NULL",
                        parties.apprentice))
                .isEqualTo(1);
        List<Long> versions = jdbi.withHandle(h -> h.createQuery("""
                        SELECT aggregate_version FROM outbox
                        WHERE topic = 'competency-completed' AND record_key = ? ORDER BY id
                        """)
                .bind(0, parties.apprentice.toString())
                .mapTo(Long.class)
                .list());
        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void parked_completions_are_replayed_once_learner_and_mapping_are_known() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        Map<String, Object> early = parties.completion("r1", "LATER1");
        early.put("learnerId", "early-bird");
        parties.post("k1", early).then().statusCode(201).body("status", equalTo("PARKED"));
        parties.asCollege()
                .get("/api/v1/parked-completions")
                .then()
                .body("items", hasSize(1))
                .body("items[0].parkedReason", equalTo("UNKNOWN_LEARNER"));

        Parties.agency()
                .body(Map.of("providerId", parties.college, "learnerId", "early-bird"))
                .post("/api/v1/apprentices/" + parties.apprentice + "/learner-ids")
                .then()
                .statusCode(201);
        replay(parties, 0, 1);
        parties.map("LATER1", 3);
        replay(parties, 1, 0);
        replay(parties, 0, 0);

        Parties.agency()
                .get("/api/v1/training-plans/" + plan)
                .then()
                .body("lines[3].state", equalTo("CREDITED"))
                .body("lines.findAll{it.state == 'CREDITED'}", hasSize(1));
    }

    private static void replay(Parties parties, int accepted, int stillParked) {
        parties.asCollege()
                .post("/api/v1/parked-completions/replay")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(accepted))
                .body("stillParked", equalTo(stillParked));
    }

    private static void line(UUID plan, String state) {
        Parties.agency().get("/api/v1/training-plans/" + plan).then().body("lines[0].state", equalTo(state));
    }

    private long count(String sql, Object argument) {
        return jdbi.withHandle(
                h -> h.createQuery(sql).bind(0, argument).mapTo(Long.class).one());
    }
}
