package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.plan.Duplicate.apprentice;
import static org.dualtraining.plan.Duplicate.merge;
import static org.dualtraining.plan.Duplicate.plan;
import static org.dualtraining.plan.Duplicate.signOff;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
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
class MergeLosesNothingTest {

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

    private List<String> keysOfCompletions(String plan) {
        return jdbi.withHandle(
                h -> h.createQuery("""
                        SELECT record_key FROM outbox WHERE aggregate_id = CAST(? AS uuid) AND topic = 'competency-completed'
                        """).bind(0, plan).mapTo(String.class).list());
    }

    private long count(String sql, Object argument) {
        return jdbi.withHandle(
                h -> h.createQuery(sql).bind(0, argument).mapTo(Long.class).one());
    }
}
