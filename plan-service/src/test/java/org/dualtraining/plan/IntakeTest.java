package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What colleges post, at the HTTP door. */
@PlanServiceTest
class IntakeTest {

    @Inject
    Jdbi jdbi;

    @Test
    void thirty_two_equal_posts_at_once_are_one_row_one_event_and_one_answer() throws Exception {
        Parties parties = new Parties();
        parties.activePlan();
        parties.map("HIMC1", 0);
        String key = UUID.randomUUID().toString();
        CountDownLatch released = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(32);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            answers.add(callers.submit(() -> {
                released.await();
                return post(parties, key, completion(parties, "r1", "HIMC1"));
            }));
        }

        released.countDown();

        Set<String> bodies = new HashSet<>();
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
            bodies.add(answer.get().asString());
        }
        callers.shutdown();
        assertThat(bodies).hasSize(1);
        assertThat(count("SELECT count(*) FROM course_completion WHERE provider_id = ?", parties.college))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT count(*) FROM outbox WHERE topic = 'competency-completed' AND record_key = ?",
                        parties.apprentice.toString()))
                .isEqualTo(1);
    }

    @Test
    void a_key_with_another_body_is_refused_and_the_same_record_under_another_key_is_a_duplicate() {
        Parties parties = new Parties();
        parties.activePlan();
        parties.map("HIMC1", 0);
        post(parties, "k1", completion(parties, "r1", "HIMC1")).then().statusCode(201);

        post(parties, "k1", completion(parties, "r2", "HIMC1"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:dual-training:problem:idempotency-key-is-used"));
        post(parties, "k2", completion(parties, "r1", "HIMC1"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DUPLICATE"))
                .body("credited", hasSize(1));
        Map<String, Object> otherContent = completion(parties, "r1", "HIMC1");
        otherContent.put("completedOn", "2026-01-01");
        post(parties, "k3", otherContent)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:record-version-says-otherwise"));
        post(parties, null, completion(parties, "r3", "HIMC1")).then().statusCode(400);
    }

    @Test
    void a_batch_gets_a_receipt_per_row_and_a_wrong_row_stops_no_other() {
        Parties parties = new Parties();
        parties.activePlan();
        parties.map("HIMC1", 0);
        Map<String, Object> unknownLearner = completion(parties, "r2", "HIMC1");
        unknownLearner.put("learnerId", "nobody");
        Map<String, Object> unknownMember = completion(parties, "r3", "HIMC1");
        unknownMember.put("colour", "crimson");
        Map<String, Object> wrongDate = completion(parties, "r4", "HIMC1");
        wrongDate.put("completedOn", "31.12.2025");
        Map<String, Object> badGrade = completion(parties, "r5", "HIMC1");
        badGrade.put("grade", "F");
        Map<String, Object> otherProvider = completion(parties, "r6", "HIMC1");
        otherProvider.put("providerId", UUID.randomUUID());
        List<Object> batch = List.of(
                completion(parties, "r1", "HIMC1"),
                unknownLearner,
                unknownMember,
                wrongDate,
                badGrade,
                otherProvider,
                42,
                completion(parties, "r7", "UNMAPPED"),
                completion(parties, "r1", "HIMC1"));

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
    void parked_completions_are_replayed_once_learner_and_mapping_are_known() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        Map<String, Object> early = completion(parties, "r1", "LATER1");
        early.put("learnerId", "early-bird");
        post(parties, "k1", early).then().statusCode(201).body("status", equalTo("PARKED"));
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

    @Test
    void a_late_older_version_changes_nothing_and_a_newer_one_reinstates_what_was_revoked() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        parties.map("HIMC1", 0);
        Map<String, Object> second = completion(parties, "r1", "HIMC1");
        second.put("sourceRecordVersion", 2);
        String id = post(parties, "k1", second).then().statusCode(201).extract().path("completionId");

        post(parties, "k2", completion(parties, "r1", "HIMC1"))
                .then()
                .statusCode(200)
                .body("status", equalTo("SUPERSEDED"));
        parties.asCollege()
                .body(Map.of("reason", "mistake"))
                .post("/api/v1/course-completions/" + id + "/revocation")
                .then()
                .statusCode(200);
        line(plan, "REVOKED");
        Map<String, Object> third = completion(parties, "r1", "HIMC1");
        third.put("sourceRecordVersion", 3);
        post(parties, "k3", third).then().statusCode(201).body("status", equalTo("ACCEPTED"));
        line(plan, "CREDITED");
    }

    @Test
    void a_failed_result_takes_the_credit_away() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        parties.map("HIMC1", 0);
        post(parties, "k1", completion(parties, "r1", "HIMC1")).then().statusCode(201);
        line(plan, "CREDITED");

        Map<String, Object> failed = completion(parties, "r1", "HIMC1");
        failed.put("sourceRecordVersion", 2);
        failed.put("passed", false);
        post(parties, "k2", failed).then().statusCode(201);

        line(plan, "REVOKED");
    }

    @Test
    void versions_of_one_record_that_arrive_together_leave_the_highest_in_force() throws Exception {
        Parties parties = new Parties();
        parties.activePlan();
        parties.map("HIMC1", 0);
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Future<Response>> answers = IntStream.rangeClosed(1, 64)
                .mapToObj(version -> callers.submit(() -> {
                    Map<String, Object> body = completion(parties, "r1", "HIMC1");
                    body.put("sourceRecordVersion", version);
                    return post(parties, "k" + version, body);
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
    void a_refusal_is_kept_under_its_key_like_any_other_answer() {
        Parties parties = new Parties();
        parties.map("HIMC1", 0);
        Map<String, Object> failing = completion(parties, "r1", "HIMC1");
        failing.put("grade", "F");
        String first =
                post(parties, "k1", failing).then().statusCode(422).extract().asString();

        assertThat(post(parties, "k1", failing).then().statusCode(422).extract().asString())
                .isEqualTo(first);
        post(parties, "k1", completion(parties, "r1", "HIMC1"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:dual-training:problem:idempotency-key-is-used"));
    }

    @Test
    void a_correction_of_the_grade_keeps_the_credit_although_the_course_is_mapped_otherwise_by_now() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        UUID mapping = parties.map("HIMC1", 0);
        post(parties, "k1", completion(parties, "r1", "HIMC1")).then().statusCode(201);
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .delete("/api/v1/course-mappings/" + mapping)
                .then()
                .statusCode(204);

        Map<String, Object> corrected = completion(parties, "r1", "HIMC1");
        corrected.put("sourceRecordVersion", 2);
        corrected.put("grade", "B+");
        post(parties, "k2", corrected)
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
        post(parties, "k1", completion(parties, "r1", "HIMC1")).then().statusCode(201);
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .body(Map.of("name", "Northern College", "type", "COLLEGE", "passGrades", List.of("B+")))
                .put("/api/v1/providers/" + parties.college)
                .then()
                .statusCode(200);

        post(parties, "k2", completion(parties, "r1", "HIMC1"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DUPLICATE"));
        post(parties, "k3", completion(parties, "r2", "HIMC1")).then().statusCode(422);
    }

    @Test
    void dates_beyond_every_calendar_are_refused() {
        Parties parties = new Parties();
        Map<String, Object> far = completion(parties, "r1", "HIMC1");
        far.put("completedOn", "+999999998-01-01");
        post(parties, "k1", far).then().statusCode(400).body("errors[0].pointer", equalTo("/completedOn"));
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

    @Test
    void a_batch_has_at_most_five_hundred_rows() {
        Parties parties = new Parties();
        List<Object> rows = IntStream.range(0, 501)
                .mapToObj(i -> (Object) completion(parties, "r" + i, "HIMC1"))
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

    private static Map<String, Object> completion(Parties parties, String sourceRecord, String course) {
        return new HashMap<>(Map.of(
                "learnerId",
                parties.learnerId,
                "courseCode",
                course,
                "completedOn",
                "2026-05-15",
                "grade",
                "A",
                "sourceRecordId",
                sourceRecord));
    }

    private static Response post(Parties parties, @Nullable String key, Object body) {
        var request = parties.asCollege().body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/v1/course-completions");
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
