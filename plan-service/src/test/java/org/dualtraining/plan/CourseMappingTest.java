package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** For which days a mapping counts, and what a change of it leaves alone. */
@PlanServiceTest
class CourseMappingTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_mapping_counts_from_its_first_day_to_its_last_both_included() {
        Parties parties = new Parties();
        map(parties, "C", "2026-02-01", "2026-02-28", 0);

        assertThat(status(parties, "before", "C", "2026-01-31")).isEqualTo("PARKED");
        assertThat(status(parties, "first", "C", "2026-02-01")).isEqualTo("ACCEPTED");
        assertThat(status(parties, "last", "C", "2026-02-28")).isEqualTo("ACCEPTED");
        assertThat(status(parties, "after", "C", "2026-03-01")).isEqualTo("PARKED");
        map(parties, "C", "2026-03-01", null, 0);
        assertThat(status(parties, "open", "C", "2026-03-01")).isEqualTo("ACCEPTED");
    }

    @Test
    void two_mappings_of_one_course_on_one_day_add_up() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        map(parties, "C", "2026-01-01", "2026-02-28", 0, 1);
        map(parties, "C", "2026-02-01", "2026-03-31", 1, 2);

        post(parties, "r1", "C", "2026-02-15").then().body("credited", hasSize(3));

        plan(plan)
                .then()
                .body("lines[0].state", equalTo("CREDITED"))
                .body("lines[1].state", equalTo("CREDITED"))
                .body("lines[2].state", equalTo("CREDITED"));
    }

    @Test
    void a_competency_is_credited_only_when_all_courses_that_name_it_are_done() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        map(parties, "A", "2026-01-01", null, 0);
        map(parties, "B", "2026-01-01", null, 0);

        post(parties, "r1", "A", "2026-02-01").then().body("credited", hasSize(0));
        plan(plan).then().body("lines[0].state", equalTo("OPEN"));
        post(parties, "r2", "B", "2026-02-02").then().body("credited", hasSize(1));

        plan(plan).then().body("lines[0].completedOn", equalTo("2026-02-02"));
    }

    @Test
    void a_course_that_becomes_needed_between_two_completions_is_not_asked_of_the_earlier_one() {
        Parties first = new Parties();
        UUID doneBefore = first.activePlan();
        Parties second = new Parties();
        UUID doneAfter = second.activePlan();
        for (Parties parties : List.of(first, second)) {
            map(parties, "A", "2026-01-01", null, 0);
            map(parties, "B", "2026-02-10", null, 0);
        }

        // A alone was enough on its day, and stays so
        post(first, "r1", "A", "2026-02-09").then().body("credited", hasSize(1));
        // from the day on which B begins, both
        post(second, "r1", "A", "2026-02-10").then().body("credited", hasSize(0));
        post(second, "r2", "B", "2026-02-11").then().body("credited", hasSize(1));

        plan(doneBefore).then().body("lines[0].completedOn", equalTo("2026-02-09"));
        plan(doneAfter).then().body("lines[0].completedOn", equalTo("2026-02-11"));
    }

    @Test
    void a_change_or_deletion_of_a_mapping_rewrites_no_credit_no_evidence_and_no_event() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        UUID changed = map(parties, "A", "2020-01-01", null, 0);
        UUID deleted = map(parties, "B", "2020-01-01", null, 1);
        post(parties, "r1", "A", "2026-02-01").then().statusCode(201);
        post(parties, "r2", "B", "2026-02-01").then().statusCode(201);
        String before = history(parties, plan);

        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .body(input(parties, "A", "2025-01-01", "2025-12-31", 5))
                .put("/api/v1/course-mappings/" + changed)
                .then()
                .statusCode(200);
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .delete("/api/v1/course-mappings/" + deleted)
                .then()
                .statusCode(204);
        parties.asCollege().post("/api/v1/parked-completions/replay").then().statusCode(200);

        assertThat(history(parties, plan)).isEqualTo(before);
        Map<String, Object> corrected = parties.completion("r2", "B");
        corrected.put("completedOn", "2026-02-02");
        corrected.put("sourceRecordVersion", 2);
        parties.post("k3", corrected).then().statusCode(201).body("credited", contains(competency(1)));
        plan(plan)
                .then()
                .body("lines[0].completedOn", equalTo("2026-02-01"))
                .body("lines[1].completedOn", equalTo("2026-02-02"))
                .body("lines[5].state", equalTo("OPEN"));
    }

    @Test
    void the_same_mapping_again_is_refused() {
        Parties parties = new Parties();
        Map<String, Object> input = input(parties, "A", "2026-01-01", null, 0, 1);
        mapping(input).then().statusCode(201);

        mapping(input)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:dual-training:problem:mapping-exists"));
        // the order of competencies says nothing
        mapping(input(parties, "A", "2026-01-01", null, 1, 0)).then().statusCode(409);
        mapping(input(parties, "A", "2026-01-01", "2026-12-31", 0, 1)).then().statusCode(201);
        mapping(input(parties, "A", "2026-01-01", null, 0)).then().statusCode(201);
        mapping(input(new Parties(), "A", "2026-01-01", null, 0, 1)).then().statusCode(201);
        UUID other = map(parties, "B", "2026-01-01", null, 0, 1);
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .body(input)
                .put("/api/v1/course-mappings/" + other)
                .then()
                .statusCode(409);
        // a change to itself is none
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .body(input(parties, "B", "2026-01-01", null, 1, 0))
                .put("/api/v1/course-mappings/" + other)
                .then()
                .statusCode(200);
    }

    @Test
    void of_equal_mappings_that_arrive_together_one_is_stored() throws Exception {
        Parties parties = new Parties();
        Map<String, Object> input = input(parties, "A", "2026-01-01", null, 0);
        mapping(input(parties, "warm-up", "2026-01-01", null, 0)).then().statusCode(201);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> callers.submit(() -> mapping(input).statusCode()))
                .toList();

        int stored = 0;
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(201, 409);
            stored += answer.get() == 201 ? 1 : 0;
        }

        callers.shutdown();
        assertThat(stored).isEqualTo(1);
    }

    @Test
    void mappings_are_listed_by_course_competency_day_and_provider() {
        Parties parties = new Parties();
        String winter = map(parties, "A", "2026-01-01", "2026-03-31", 0).toString();
        String spring = map(parties, "A", "2026-04-01", null, 1).toString();
        String other = map(parties, "B", "2026-01-01", null, 1).toString();

        listed(parties, "courseCode=A", winter, spring);
        listed(parties, "competency=" + competency(1), spring, other);
        listed(parties, "on=2026-03-31", winter, other);
        listed(parties, "on=2026-04-01&courseCode=A", spring);
        listed(parties, "on=2025-12-31");
        Parties.agency()
                .get("/api/v1/course-mappings?provider=" + parties.college)
                .then()
                .body("items.id", contains(winter, spring, other));
        new Parties()
                .asCollege()
                .get("/api/v1/course-mappings?provider=" + parties.college)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        parties.asCollege().get("/api/v1/course-mappings?on=31.12.2025").then().statusCode(400);
    }

    @Test
    void a_new_mapping_and_a_new_learner_id_say_how_many_parked_completions_they_could_release() {
        Parties parties = new Parties();
        for (String day : List.of("2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01")) {
            assertThat(status(parties, day, "A", day)).isEqualTo("PARKED");
        }
        Map<String, Object> unknown = parties.completion("r9", "A");
        unknown.put("learnerId", "nobody-yet");
        unknown.put("completedOn", "2026-02-10");
        parties.post("k9", unknown).then().body("parkedReason", equalTo("UNKNOWN_LEARNER"));

        Response mapped = mapping(input(parties, "A", "2026-02-01", "2026-02-28", 0));
        mapped.then().statusCode(201).body("parkedCompletions", equalTo(2));
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .body(input(parties, "A", "2026-02-01", null, 0))
                .put("/api/v1/course-mappings/" + mapped.path("id"))
                .then()
                .body("parkedCompletions", equalTo(3));
        Parties.agency()
                .body(Map.of("providerId", parties.college, "learnerId", "nobody-yet"))
                .post("/api/v1/apprentices/" + parties.apprentice + "/learner-ids")
                .then()
                .statusCode(201)
                .body("parkedCompletions", equalTo(1));
        parties.asCollege()
                .post("/api/v1/parked-completions/replay")
                .then()
                .body("accepted", equalTo(4))
                .body("stillParked", equalTo(1));
    }

    private static void listed(Parties parties, String query, String... ids) {
        parties.asCollege()
                .get("/api/v1/course-mappings?" + query)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(ids)));
    }

    private static UUID map(Parties parties, String course, String from, @Nullable String to, Integer... competencies) {
        return UUID.fromString(mapping(input(parties, course, from, to, competencies))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Response mapping(Map<String, Object> input) {
        return Parties.agency().body(input).post("/api/v1/course-mappings");
    }

    private static Map<String, Object> input(
            Parties parties, String course, String from, @Nullable String to, Integer... competencies) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "providerId",
                parties.college,
                "courseCode",
                course,
                "competencyIds",
                List.of(competencies).stream()
                        .map(CourseMappingTest::competency)
                        .toList(),
                "validFrom",
                from));
        if (to != null) {
            input.put("validTo", to);
        }
        return input;
    }

    private static String competency(int number) {
        return FakeCatalog.COMPETENCIES.get(number).toString();
    }

    private static String status(Parties parties, String sourceRecord, String course, String day) {
        return post(parties, sourceRecord, course, day).path("status");
    }

    private static Response post(Parties parties, String sourceRecord, String course, String day) {
        Map<String, Object> completion = parties.completion(sourceRecord, course);
        completion.put("completedOn", day);
        return parties.post(sourceRecord, completion);
    }

    private static Response plan(UUID plan) {
        return Parties.agency().get("/api/v1/training-plans/" + plan);
    }

    /** The plan with its credits, the evidence and the events, to the letter. */
    private String history(Parties parties, UUID plan) {
        return plan(plan).asString()
                + jdbi.withHandle(h -> h.createQuery("""
                                SELECT string_agg(e::text, '|' ORDER BY id) FROM evidence e WHERE apprentice_id = ?
                                """)
                        .bind(0, parties.apprentice)
                        .mapTo(String.class)
                        .one())
                + jdbi.withHandle(h ->
                        h.createQuery("""
                                SELECT string_agg(id || ' ' || payload, '|' ORDER BY id) FROM outbox
                                WHERE aggregate_id = ?
                                """).bind(0, plan).mapTo(String.class).one());
    }
}
