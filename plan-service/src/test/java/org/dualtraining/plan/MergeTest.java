package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A person who was entered twice becomes one, and nothing of either entry is lost. */
@PlanServiceTest
class MergeTest {

    @Inject
    Jdbi jdbi;

    @Test
    void all_of_a_duplicate_goes_over_and_counts_for_the_one_that_stays() {
        Parties parties = new Parties();
        Duplicate duplicate = new Duplicate(parties);
        UUID plan = duplicate.activePlan();
        parties.map("HIMC1", 0);
        duplicate.post("r1", "HIMC1").then().body("credited", hasSize(1));
        signOff(parties, plan, 10, 4).then().statusCode(201);

        Response merged = merge(parties.apprentice, duplicate.id);

        merged.then()
                .statusCode(200)
                .body("changed", equalTo(true))
                .body("learnerIds", equalTo(1))
                .body("completions", equalTo(1))
                .body("evidence", equalTo(2))
                .body("evidenceLeft", equalTo(0))
                .body("plans", hasSize(1))
                .body("plans[0].planId", equalTo(plan.toString()))
                .body("plans[0].status", equalTo("ACTIVE"))
                .body("plans[0].isNew", equalTo(true));
        String goesOn = merged.path("plans[0].goesOnIn");
        plan(goesOn)
                .then()
                .body("apprenticeId", equalTo(parties.apprentice.toString()))
                .body("status", equalTo("ACTIVE"))
                .body("lines", hasSize(15))
                .body("lines[0].state", equalTo("CREDITED"))
                .body("lines[10].state", equalTo("CREDITED"))
                .body("lines[10].rating", equalTo(4))
                .body("lines.findAll{it.state == 'CREDITED'}", hasSize(2));
        plan(plan.toString()).then().body("status", equalTo("CANCELLED"));
        apprentice(parties.apprentice).body("learnerIds", hasSize(2)).body("mergedInto", nullValue());
        apprentice(duplicate.id)
                .body("learnerIds", hasSize(0))
                .body("mergedInto", equalTo(parties.apprentice.toString()));
        assertThat(keysOfCompletions(goesOn))
                .containsOnly(parties.apprentice.toString())
                .hasSize(2);
    }

    @Test
    void hours_and_credentials_go_over_and_other_services_hear_of_it() {
        Parties parties = new Parties();
        UUID own = parties.activePlan();
        Duplicate duplicate = new Duplicate(parties);
        UUID other = duplicate.activePlan();
        hours(own, "2026-04", 100);
        hours(own, "2026-05", 160);
        hours(other, "2026-05", 120);
        hours(other, "2026-06", 80);
        hold(parties.apprentice, "2025-01-01");
        hold(duplicate.id, "2025-01-01");
        hold(duplicate.id, "2024-01-01");

        merge(parties.apprentice, duplicate.id)
                .then()
                .statusCode(200)
                .body("hours", equalTo(1))
                .body("priorCredentials", equalTo(1));

        Parties.agency()
                .get("/api/v1/training-plans/" + own + "/hours")
                .then()
                .body("items.hours", contains(100, 160, 80));
        Parties.agency()
                .get("/api/v1/apprentices/" + parties.apprentice + "/credentials")
                .then()
                .body("items.awardedOn", containsInAnyOrder("2025-01-01", "2024-01-01"));
        assertThat(snapshots(own, "jsonb_array_length(payload -> 'hours')")).endsWith("2", "3");
        assertThat(snapshots(own, "jsonb_array_length(payload -> 'priorCredentials')"))
                .endsWith("1", "2");
        assertThat(snapshots(other, "payload ->> 'status'")).endsWith("CANCELLED", "CANCELLED");
        assertThat(snapshots(other, "jsonb_array_length(payload -> 'priorCredentials')"))
                .endsWith("1");
    }

    private static void hours(UUID plan, String month, int stated) {
        String path = "/api/v1/training-plans/" + plan;
        Parties.agency()
                .header("If-Match", Parties.agency().get(path).header("ETag"))
                .body(Map.of("hours", stated))
                .put(path + "/hours/ON_THE_JOB/" + month)
                .then()
                .statusCode(201);
    }

    private static void hold(UUID apprentice, String awardedOn) {
        Parties.agency()
                .body(Map.of(
                        "certificationId", FakeCatalog.CERTIFICATION, "awardedOn", awardedOn, "evidence", "a paper"))
                .post("/api/v1/apprentices/" + apprentice + "/credentials")
                .then()
                .statusCode(201);
    }

    private List<String> snapshots(UUID plan, String what) {
        return jdbi.withHandle(h -> h.createQuery("SELECT (" + what + ")::text FROM outbox"
                        + " WHERE aggregate_id = ? AND topic = 'training-plan-changed' ORDER BY id")
                .bind(0, plan)
                .mapTo(String.class)
                .list());
    }

    @Test
    void what_colleges_say_of_the_duplicates_learner_id_afterwards_counts_for_the_one_that_stays() {
        Parties parties = new Parties();
        Duplicate duplicate = new Duplicate(parties);
        duplicate.activePlan();
        parties.map("A", 0);
        parties.map("B", 1);
        String first = duplicate.post("r1", "A").then().extract().path("completionId");
        duplicate.post("r2", "LATER").then().body("status", equalTo("PARKED"));
        String goesOn = merge(parties.apprentice, duplicate.id).path("plans[0].goesOnIn");

        duplicate.post("r3", "B").then().body("status", equalTo("ACCEPTED")).body("credited", hasSize(1));
        Map<String, Object> corrected = duplicate.completion("r1", "A");
        corrected.put("sourceRecordVersion", 2);
        corrected.put("completedOn", "2026-05-16");
        String second = parties.post("c1", corrected).then().extract().path("completionId");
        plan(goesOn).then().body("lines[0].completedOn", equalTo("2026-05-16"));
        parties.map("LATER", 2);
        parties.asCollege().post("/api/v1/parked-completions/replay").then().body("accepted", equalTo(1));
        plan(goesOn).then().body("lines.findAll{it.state == 'CREDITED'}", hasSize(3));
        parties.asCollege()
                .body(Map.of("reason", "mistake"))
                .post("/api/v1/course-completions/" + second + "/revocation")
                .then()
                .statusCode(200);

        plan(goesOn).then().body("lines[0].state", equalTo("REVOKED"));
        assertThat(first).isNotEqualTo(second);
        assertThat(count(
                        "SELECT count(*) FROM evidence WHERE apprentice_id = ? AND withdrawn_at IS NULL", duplicate.id))
                .isZero();
        assertThat(count("SELECT count(*) FROM course_completion WHERE apprentice_id = ?", duplicate.id))
                .isZero();
    }

    @Test
    void of_two_plans_in_force_the_one_of_the_apprentice_that_stays_goes_on_with_the_credits_of_both() {
        Parties parties = new Parties();
        UUID own = parties.activePlan();
        Duplicate duplicate = new Duplicate(parties);
        UUID other = duplicate.activePlan();
        parties.map("A", 0);
        parties.map("B", 1);
        parties.post("k1", parties.completion("r1", "A")).then().statusCode(201);
        duplicate.post("r2", "B").then().statusCode(201);
        signOff(parties, other, 11, 3).then().statusCode(201);

        merge(parties.apprentice, duplicate.id)
                .then()
                .body("plans[0].goesOnIn", equalTo(own.toString()))
                .body("plans[0].isNew", equalTo(false));

        plan(own.toString())
                .then()
                .body("status", equalTo("ACTIVE"))
                .body(
                        "lines.findAll{it.state == 'CREDITED'}.competencyName",
                        contains("Competency 0", "Competency 1", "Competency 11"));
        plan(other.toString()).then().body("status", equalTo("CANCELLED"));
        // the sign-off is the survivor's now, and can be followed by a better one
        signOff(parties, own, 11, 4).then().statusCode(201);
        plan(own.toString()).then().body("lines[11].rating", equalTo(4));
    }

    @Test
    void a_plan_in_force_does_not_give_way_to_a_draft_and_a_draft_does() {
        Parties first = new Parties();
        UUID draft = first.draftPlan();
        Duplicate active = new Duplicate(first);
        active.activePlan();
        merge(first.apprentice, active.id).then().body("plans[0].isNew", equalTo(true));
        plan(draft.toString()).then().body("status", equalTo("DRAFT"));

        Parties second = new Parties();
        UUID inForce = second.activePlan();
        Duplicate drafted = new Duplicate(second);
        drafted.draftPlan();
        merge(second.apprentice, drafted.id).then().body("plans.goesOnIn", contains(inForce.toString()));
    }

    @Test
    void a_completed_plan_stays_completed_under_the_one_that_stays() {
        Parties parties = new Parties();
        parties.activePlan();
        Duplicate duplicate = new Duplicate(parties);
        UUID plan = duplicate.activePlan();
        parties.map("A", 0);
        duplicate.post("r1", "A").then().statusCode(201);
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/completion")
                .then()
                .statusCode(200);

        String goesOn = merge(parties.apprentice, duplicate.id).path("plans[0].goesOnIn");

        plan(goesOn).then().body("status", equalTo("COMPLETED")).body("lines[0].state", equalTo("CREDITED"));
    }

    @Test
    void a_dry_run_says_what_would_happen_and_changes_nothing() {
        Parties parties = new Parties();
        Duplicate duplicate = new Duplicate(parties);
        duplicate.activePlan();
        parties.map("A", 0);
        duplicate.post("r1", "A").then().statusCode(201);
        String before = everythingOf(parties.apprentice, duplicate.id);

        for (String misspelt : List.of("yes", "1", "True", "")) {
            Parties.agency()
                    .body(Map.of("duplicateId", duplicate.id, "reason", "same person"))
                    .post("/api/v1/apprentices/" + parties.apprentice + "/merge?dryRun=" + misspelt)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("dryRun"));
        }
        Parties.agency()
                .body(Map.of("duplicateId", duplicate.id, "reason", "same person"))
                .post("/api/v1/apprentices/" + parties.apprentice + "/merge?dryRun=true")
                .then()
                .statusCode(200)
                .body("changed", equalTo(false))
                .body("completions", equalTo(1))
                .body("plans[0].isNew", equalTo(true));

        assertThat(everythingOf(parties.apprentice, duplicate.id)).isEqualTo(before);
        merge(parties.apprentice, duplicate.id).then().body("changed", equalTo(true));
    }

    @Test
    void a_merge_again_changes_nothing_and_in_circles_is_refused() {
        Parties parties = new Parties();
        Duplicate second = new Duplicate(parties);
        Duplicate third = new Duplicate(parties);
        merge(parties.apprentice, second.id).then().statusCode(200);
        String before = everythingOf(parties.apprentice, second.id);

        merge(parties.apprentice, second.id).then().statusCode(200).body("changed", equalTo(false));
        assertThat(everythingOf(parties.apprentice, second.id)).isEqualTo(before);
        merge(second.id, parties.apprentice).then().statusCode(409);
        merge(second.id, third.id).then().statusCode(409);
        merge(third.id, second.id).then().statusCode(409);
        merge(third.id, third.id).then().statusCode(422).body("errors[0].pointer", equalTo("/duplicateId"));
        merge(third.id, UUID.randomUUID()).then().statusCode(422);
        merge(UUID.randomUUID(), third.id).then().statusCode(404);
        // and on along the chain
        merge(third.id, parties.apprentice).then().statusCode(200).body("learnerIds", equalTo(2));
        apprentice(third.id).body("learnerIds", hasSize(3));
    }

    @Test
    void nothing_new_is_taken_for_a_merged_apprentice() {
        Parties parties = new Parties();
        Duplicate duplicate = new Duplicate(parties);
        UUID plan = duplicate.activePlan();
        merge(parties.apprentice, duplicate.id).then().statusCode(200);
        String path = "/api/v1/apprentices/" + duplicate.id;

        Parties.agency()
                .body(Map.of("providerId", parties.college, "learnerId", "new-one"))
                .post(path + "/learner-ids")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:apprentice-is-merged"));
        Parties.agency()
                .header("If-Match", Parties.agency().get(path).header("ETag"))
                .body(Map.<String, Object>of("name", "X", "employerId", parties.employer))
                .put(path)
                .then()
                .statusCode(409);
        signOff(parties, plan, 10, 4).then().statusCode(409);
        Parties.agency()
                .body(duplicate.plan())
                .post("/api/v1/training-plans")
                .then()
                .statusCode(409);
    }

    @Test
    void an_open_plan_with_another_employer_does_not_go_over_and_a_completed_one_stays_with_its_employer() {
        Parties parties = new Parties();
        Parties elsewhere = new Parties();
        UUID plan = elsewhere.activePlan();
        merge(parties.apprentice, elsewhere.apprentice)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:duplicate-trains-elsewhere"));
        plan(plan.toString()).then().body("status", equalTo("ACTIVE"));
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/completion")
                .then()
                .statusCode(200);

        String goesOn = merge(parties.apprentice, elsewhere.apprentice).path("plans[0].goesOnIn");

        elsewhere.asEmployer().get("/api/v1/training-plans/" + goesOn).then().statusCode(200);
        elsewhere.asEmployer().get("/api/v1/training-plans/" + plan).then().statusCode(200);
        elsewhere
                .asEmployer()
                .get("/api/v1/apprentices/" + elsewhere.apprentice)
                .then()
                .statusCode(200);
        parties.asEmployer().get("/api/v1/training-plans/" + plan).then().statusCode(404);
    }

    @Test
    void an_open_plan_with_another_employer_does_not_give_way_to_one_that_is_there_either() {
        Parties parties = new Parties();
        parties.activePlan();
        Parties elsewhere = new Parties();
        UUID plan = elsewhere.activePlan();
        signOff(elsewhere, plan, 10, 4).then().statusCode(201);

        merge(parties.apprentice, elsewhere.apprentice)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:duplicate-trains-elsewhere"));

        plan(plan.toString()).then().body("status", equalTo("ACTIVE")).body("lines[10].state", equalTo("CREDITED"));
    }

    @Test
    void the_record_of_the_one_that_stays_tells_both_histories() {
        Parties parties = new Parties();
        UUID own = parties.activePlan();
        Duplicate duplicate = new Duplicate(parties);
        UUID other = duplicate.activePlan();
        parties.map("A", 0);
        duplicate.post("r1", "A").then().statusCode(201);
        signOff(parties, other, 10, 4).then().statusCode(201);
        merge(parties.apprentice, duplicate.id).then().statusCode(200);

        Parties.agency()
                .get("/api/v1/apprentices/" + parties.apprentice + "/record")
                .then()
                .statusCode(200)
                .body("persons.id", containsInAnyOrder(parties.apprentice.toString(), duplicate.id.toString()))
                .body(
                        "persons.find{it.id == '" + duplicate.id + "'}.mergedInto",
                        equalTo(parties.apprentice.toString()))
                .body("changes.findAll{it.kind == 'MERGED'}.reason", contains("same person", "same person"))
                .body("trainingPlans.id", containsInAnyOrder(own.toString(), other.toString()))
                .body("planHistory.findAll{it.kind == 'MERGED'}.planId", contains(other.toString()))
                .body("courseCompletions", hasSize(1))
                // the duplicate's, and the same for the line that stands for it
                .body("signOffs.planId", containsInAnyOrder(own.toString(), other.toString()))
                .body("evidence.findAll{it.withdrawnAt != null}", hasSize(2))
                .body(
                        "evidence.findAll{it.withdrawnAt == null}.apprenticeId",
                        contains(parties.apprentice.toString(), parties.apprentice.toString()));
        Parties.agency()
                .get("/api/v1/apprentices/" + duplicate.id + "/record")
                .then()
                .body("trainingPlans.id", contains(other.toString()));
    }

    @Test
    void completions_that_arrive_during_a_merge_all_count_for_the_one_that_stays() throws Exception {
        Parties parties = new Parties();
        Duplicate duplicate = new Duplicate(parties);
        duplicate.activePlan();
        for (int i = 0; i < 10; i++) {
            parties.map("C" + i, i);
        }
        ExecutorService callers = Executors.newFixedThreadPool(5);
        CountDownLatch begun = new CountDownLatch(10);
        List<Future<List<Integer>>> answers = new ArrayList<>();
        for (int caller = 0; caller < 5; caller++) {
            int own = caller;
            answers.add(callers.submit(() -> {
                List<Integer> statuses = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    statuses.add(duplicate
                            .post("r" + own + "-" + i, "C" + (own * 2 + i % 2))
                            .statusCode());
                    begun.countDown();
                }
                return statuses;
            }));
        }
        begun.await();
        Response merged = merge(parties.apprentice, duplicate.id);
        for (Future<List<Integer>> answer : answers) {
            assertThat(answer.get()).containsOnly(201);
        }
        callers.shutdown();

        merged.then().statusCode(200);
        plan(merged.path("plans[0].goesOnIn")).then().body("lines.findAll{it.state == 'CREDITED'}", hasSize(10));
        assertThat(count("SELECT count(*) FROM course_completion WHERE apprentice_id = ?", parties.apprentice))
                .isEqualTo(100);
        assertThat(count(
                        "SELECT count(*) FROM evidence WHERE apprentice_id = ? AND withdrawn_at IS NULL", duplicate.id))
                .isZero();
    }

    @Test
    void only_an_agency_merges() {
        Parties parties = new Parties();
        Duplicate duplicate = new Duplicate(parties);
        String path = "/api/v1/apprentices/" + parties.apprentice + "/merge";
        Map<String, Object> input = Map.of("duplicateId", duplicate.id, "reason", "same person");

        parties.asEmployer().body(input).post(path).then().statusCode(403);
        parties.asCollege().body(input).post(path).then().statusCode(403);
    }

    private static Response merge(UUID survivor, UUID duplicate) {
        return Parties.agency()
                .body(Map.of("duplicateId", duplicate, "reason", "same person"))
                .post("/api/v1/apprentices/" + survivor + "/merge");
    }

    private static Response signOff(Parties parties, UUID plan, int line, int rating) {
        String id = plan(plan.toString()).path("lines[" + line + "].id");
        return parties.asEmployer()
                .body(Map.of("rating", rating, "assessor", "Lee Fox", "assessedOn", "2026-01-0" + rating))
                .post("/api/v1/training-plans/" + plan + "/lines/" + id + "/sign-offs");
    }

    private static Response plan(String id) {
        return Parties.agency().get("/api/v1/training-plans/" + id);
    }

    private static ValidatableResponse apprentice(UUID id) {
        return Parties.agency().get("/api/v1/apprentices/" + id).then().statusCode(200);
    }

    private List<String> keysOfCompletions(String plan) {
        return jdbi.withHandle(
                h -> h.createQuery("""
                        SELECT record_key FROM outbox WHERE aggregate_id = CAST(? AS uuid) AND topic = 'competency-completed'
                        """).bind(0, plan).mapTo(String.class).list());
    }

    /** Rows of both to the letter, and all events of their plans. */
    private String everythingOf(UUID first, UUID second) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT concat_ws('|',
                            (SELECT string_agg(a::text, ',' ORDER BY id) FROM apprentice a WHERE id IN (:a, :b)),
                            (SELECT string_agg(l::text, ',' ORDER BY learner_id) FROM learner_id l
                                WHERE apprentice_id IN (:a, :b)),
                            (SELECT string_agg(p::text, ',' ORDER BY id) FROM training_plan p
                                WHERE apprentice_id IN (:a, :b)),
                            (SELECT string_agg(e::text, ',' ORDER BY id) FROM evidence e WHERE apprentice_id IN (:a, :b)),
                            (SELECT string_agg(c::text, ',' ORDER BY id) FROM course_completion c
                                WHERE apprentice_id IN (:a, :b)),
                            (SELECT string_agg(c::text, ',' ORDER BY id) FROM apprentice_change c
                                WHERE apprentice_id IN (:a, :b)),
                            (SELECT string_agg(o.id::text, ',' ORDER BY o.id) FROM outbox o
                                JOIN training_plan p ON p.id = o.aggregate_id WHERE p.apprentice_id IN (:a, :b)))
                        """)
                .bind("a", first)
                .bind("b", second)
                .mapTo(String.class)
                .one());
    }

    private long count(String sql, Object argument) {
        return jdbi.withHandle(
                h -> h.createQuery(sql).bind(0, argument).mapTo(Long.class).one());
    }

    /** The same person at the same employer and college, entered again with another learner id. */
    private static final class Duplicate {

        private final Parties parties;
        private final String learnerId = "D" + UUID.randomUUID();
        private final UUID id;

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

        Map<String, Object> plan() {
            return Map.of(
                    "apprenticeId",
                    id,
                    "frameworkId",
                    FakeCatalog.FRAMEWORK,
                    "targetCertificationId",
                    FakeCatalog.CERTIFICATION);
        }

        UUID draftPlan() {
            return Parties.created("/training-plans", plan());
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
    }
}
