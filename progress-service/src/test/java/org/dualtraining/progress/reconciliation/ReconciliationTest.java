package org.dualtraining.progress.reconciliation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.OwnServers;
import org.dualtraining.testkit.TopicClient;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Differences between plan-service and this service are named, all of them and no other (guarantees R24). */
@QuarkusTest
@TestProfile(OwnServers.class)
class ReconciliationTest {

    private static final String RECONCILIATIONS = "/api/v1/admin/reconciliations";

    private final Door door = new Door();

    @Inject
    Jdbi jdbi;

    private TopicClient kafka;
    private FakePlanService plans;

    @BeforeEach
    void open() throws IOException {
        kafka = Door.kafka();
        plans = new FakePlanService();
        door.intakeWhenIdle();
        jdbi.useHandle(h -> h.createQuery("""
                        SELECT p.plan_id, p.version, p.status, p.employer_id,
                               jsonb_agg(jsonb_strip_nulls(jsonb_build_object('competencyId', l.competency_id,
                                   'disposition', l.disposition, 'state', l.state, 'completedOn', l.completed_on,
                                   'rating', l.rating,
                                   'anticipatedCompletionDate', l.anticipated_completion_date))) AS lines
                        FROM plan p JOIN plan_line l ON l.plan_id = p.plan_id AND l.is_on_plan GROUP BY p.plan_id
                        """)
                .map((row, context) -> {
                    List<Map<String, Object>> lines = new JsonPath(row.getString("lines")).getList("$");
                    plans.say(
                            row.getObject("plan_id", UUID.class),
                            row.getLong("version"),
                            row.getString("status"),
                            row.getObject("employer_id", UUID.class),
                            true,
                            lines);
                    return row.getString("plan_id");
                })
                .list());
    }

    @AfterEach
    void close() {
        plans.close();
        kafka.close();
    }

    @Test
    void planted_differences_are_each_named_and_no_other_while_plans_change_all_the_time() throws Exception {
        for (int i = 0; i < 12; i++) {
            agreed(new Facts());
        }
        Facts lost = agreed(new Facts());
        Facts phantom = agreed(new Facts());
        Facts suspended = agreed(new Facts());
        Facts moved = agreed(new Facts());
        Facts otherDay = agreed(new Facts());
        Facts shorter = agreed(new Facts());
        Facts otherRating = agreed(new Facts());
        Facts otherDate = agreed(new Facts());
        door.intakeWhenIdle();
        // what is said of it later would bring it back
        door.progressWhen(lost.planId, plan -> plan.getInt("credited") == 1);
        UUID unheardOf = UUID.randomUUID();
        plans.say(unheardOf, 1, "DRAFT", UUID.randomUUID(), true, List.of());
        jdbi.useHandle(h -> {
            h.execute("DELETE FROM plan_line WHERE plan_id = ?", lost.planId);
            h.execute("DELETE FROM plan_progress WHERE plan_id = ?", lost.planId);
            h.execute("DELETE FROM plan WHERE plan_id = ?", lost.planId);
            h.execute(
                    "UPDATE plan_line SET rating = 1 WHERE plan_id = ? AND competency_id = ?",
                    otherRating.planId,
                    otherRating.competencies.get(0));
            h.execute(
                    "UPDATE plan_line SET anticipated_completion_date = '2027-01-01' WHERE plan_id = ? AND competency_id = ?",
                    otherDate.planId,
                    otherDate.competencies.get(1));
        });
        plans.forget(phantom.planId);
        plans.say(suspended.planId, 2, "SUSPENDED", suspended.employerId, true, lines(suspended, "2026-05-15"));
        plans.say(moved.planId, 2, "ACTIVE", UUID.randomUUID(), true, lines(moved, "2026-05-15"));
        plans.say(otherDay.planId, 2, "ACTIVE", otherDay.employerId, true, lines(otherDay, "2026-05-14"));
        plans.say(
                shorter.planId,
                2,
                "ACTIVE",
                shorter.employerId,
                true,
                lines(shorter, "2026-05-15").subList(0, 2));
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            List<Facts> busy = List.of(new Facts(), new Facts(), new Facts());
            while (!isOver.get()) {
                busy.forEach(this::change);
            }
        });

        JsonPath found = reconcile();

        isOver.set(true);
        load.get(30, TimeUnit.SECONDS);
        assertThat(found.getString("state")).isEqualTo("FINISHED");
        List<Map<String, String>> differences = found.getList("differences");
        assertThat(differences)
                .extracting(difference -> difference.get("planId") + " " + difference.get("kind") + " "
                        + difference.getOrDefault("competencyId", "-"))
                .containsExactlyInAnyOrder(
                        unheardOf + " MISSING_HERE -",
                        lost.planId + " MISSING_HERE -",
                        phantom.planId + " UNKNOWN_THERE -",
                        suspended.planId + " STATUS -",
                        moved.planId + " EMPLOYER -",
                        otherDay.planId + " LINE " + otherDay.competencies.get(0),
                        shorter.planId + " LINE " + shorter.competencies.get(2),
                        otherRating.planId + " LINE " + otherRating.competencies.get(0),
                        otherDate.planId + " LINE " + otherDate.competencies.get(1));
        assertThat(found.getInt("total")).isEqualTo(9);
        assertThat(found.getBoolean("complete")).isTrue();
        rebuild();
        assertThat(door.read("/training-plans/" + lost.planId + "/progress").getInt("credited"))
                .isEqualTo(1);
    }

    @Test
    void what_plan_service_has_not_said_yet_is_no_difference() {
        Facts facts = agreed(new Facts());
        door.intakeWhenIdle();
        plans.say(facts.planId, 3, "SUSPENDED", facts.employerId, false, lines(facts, "2026-05-15"));

        JsonPath found = reconcile();

        assertThat(found.getInt("total")).isZero();
        assertThat(found.getInt("undecided")).isEqualTo(1);
    }

    @Test
    void one_that_looks_again_and_again_is_not_taken_for_dead() {
        Facts facts = agreed(new Facts());
        door.intakeWhenIdle();
        plans.say(facts.planId, 3, "SUSPENDED", facts.employerId, false, lines(facts, "2026-05-15"));
        String running = begin();
        Awaitility.await().until(() -> plans.askedByName() > 0);
        jdbi.useHandle(h -> h.execute("UPDATE reconciliation SET moved_at = now() - interval '1 hour'"));

        Awaitility.await()
                .until(() -> jdbi.<Boolean, RuntimeException>withHandle(
                        h -> h.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM reconciliation
                                       WHERE state = 'RUNNING' AND moved_at > now() - interval '1 minute')
                        """).mapTo(Boolean.class).one()));
        given().auth()
                .oauth2(door.tokens().agency())
                .post(RECONCILIATIONS)
                .then()
                .statusCode(409);

        assertThat(end(running).getString("state")).isEqualTo("FINISHED");
    }

    @Test
    void it_says_why_it_could_not_ask() throws IOException {
        plans.close();

        JsonPath failed = reconcile();

        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("reason")).contains("cannot be reached");
        plans = new FakePlanService();
    }

    @Test
    void only_an_agency_may_ask() {
        door.get(door.tokens().dashboard(), "/admin/reconciliations").then().statusCode(403);
        given().auth()
                .oauth2(door.tokens().dashboard())
                .post(RECONCILIATIONS)
                .then()
                .statusCode(403);
    }

    /** A plan with one credited line, which both sides know. */
    private Facts agreed(Facts facts) {
        facts.sendPlan(kafka);
        facts.sendCompletion(kafka, 0);
        plans.say(facts.planId, 2, "ACTIVE", facts.employerId, true, lines(facts, "2026-05-15"));
        return facts;
    }

    /** As plan-service does it: stored, then said, then known to be said. */
    private void change(Facts facts) {
        facts.status = facts.status.equals("ACTIVE") ? "SUSPENDED" : "ACTIVE";
        long version = facts.nextVersion();
        List<Map<String, Object>> lines = List.of(
                FakePlanService.line(facts.competencies.get(0), "TRAIN", "OPEN", null),
                FakePlanService.line(facts.competencies.get(1), "TRAIN", "OPEN", null),
                FakePlanService.line(facts.competencies.get(2), "EXCLUDED", "OPEN", null));
        plans.say(facts.planId, version, facts.status, facts.employerId, false, lines);
        Facts.sendBinary(
                kafka,
                "training-plan-changed",
                facts.planId,
                "/plan-service",
                Facts.PLAN,
                UUID.randomUUID(),
                facts.plan(version));
        plans.say(facts.planId, version, facts.status, facts.employerId, true, lines);
    }

    private static List<Map<String, Object>> lines(Facts facts, String completedOn) {
        return List.of(
                FakePlanService.line(facts.competencies.get(0), "TRAIN", "CREDITED", completedOn),
                FakePlanService.line(facts.competencies.get(1), "TRAIN", "OPEN", null),
                FakePlanService.line(facts.competencies.get(2), "EXCLUDED", "OPEN", null));
    }

    /** What heals that which is wrong here. */
    private void rebuild() {
        String location = given().auth()
                .oauth2(door.tokens().agency())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/admin/rebuilds")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        door.when(location.substring(location.indexOf("/admin")), rebuild -> "SWAPPED"
                .equals(rebuild.getString("state")));
    }

    private JsonPath reconcile() {
        return end(begin());
    }

    private String begin() {
        return given().auth()
                .oauth2(door.tokens().agency())
                .post(RECONCILIATIONS)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private JsonPath end(String location) {
        return door.when(location.substring(location.indexOf("/admin")), reconciliation -> !"RUNNING"
                .equals(reconciliation.getString("state")));
    }
}
