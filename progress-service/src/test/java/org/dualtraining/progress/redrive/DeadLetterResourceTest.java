package org.dualtraining.progress.redrive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.Owner;
import org.dualtraining.testkit.TopicClient;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLetterResourceTest {

    private static final String TOPIC = "competency-completed";

    @Inject
    Jdbi jdbi;

    private final Facts facts = new Facts();
    private final Door door = new Door();
    private final TopicClient kafka = Door.kafka();

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void a_letter_whose_cause_is_gone_takes_effect_once_however_often_it_is_redriven() {
        JsonPath letter = refusedByDefect();
        JsonPath before = door.intakeWhenIdle();

        JsonPath wouldBe = redrive(letter, "?dryRun=true");
        assertThat(wouldBe.getString("outcome")).isEqualTo("APPLIED");
        assertThat(door.read("/training-plans/" + facts.planId + "/progress").getInt("credited"))
                .isZero();
        assertThat(door.read("/admin/dead-letters/" + letter.getString("id")).getString("outcome"))
                .isNull();

        for (int i = 0; i < 3; i++) {
            assertThat(redrive(letter, "").getString("outcome")).isEqualTo("APPLIED");
        }
        assertThat(door.read("/training-plans/" + facts.planId + "/progress").getInt("credited"))
                .isEqualTo(1);
        JsonPath after = door.read("/admin/intake");
        assertThat(change(before, after, "applied")).isEqualTo(1);
        assertThat(change(before, after, "deadLettered")).isEqualTo(-1);
        assertThat(change(before, after, "received")).isZero();
        requireClosed(after);
        JsonPath kept = door.read("/admin/dead-letters/" + letter.getString("id"));
        assertThat(kept.getString("outcome")).isEqualTo("APPLIED");
        assertThat(kept.getString("redrivenAt")).isNotNull();
        assertThat(published(letter)).isEqualTo(1);
    }

    @Test
    void of_many_who_redrive_the_same_at_once_one_does_it() throws Exception {
        JsonPath letter = refusedByDefect();
        JsonPath before = door.intakeWhenIdle();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<JsonPath>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(callers.submit(() -> redrive(letter, "")));
        }
        for (Future<JsonPath> answer : answers) {
            assertThat(answer.get().getString("outcome")).isEqualTo("APPLIED");
        }
        callers.shutdown();
        JsonPath after = door.read("/admin/intake");
        assertThat(change(before, after, "applied")).isEqualTo(1);
        assertThat(change(before, after, "deadLettered")).isEqualTo(-1);
    }

    @Test
    void one_that_is_refused_again_stays_a_dead_letter_and_is_published_once() {
        kafka.send(TOPIC, facts.apprenticeId.toString(), Map.of("ce_specversion", "0.3"), "{}");
        JsonPath letter = newest("SCHEMA");
        JsonPath before = door.intakeWhenIdle();

        JsonPath again = redrive(letter, "");
        assertThat(again.getString("outcome")).isEqualTo("DEAD_LETTERED");
        assertThat(again.getString("deadLetterClass")).isEqualTo("SCHEMA");
        assertThat(again.getString("reason")).isEqualTo(letter.getString("reason"));
        JsonPath kept = door.read("/admin/dead-letters/" + letter.getString("id"));
        assertThat(kept.getString("outcome")).isNull();
        assertThat(kept.getString("redrivenAt")).isNotNull();
        assertThat(change(before, door.read("/admin/intake"), "deadLettered")).isZero();
        assertThat(published(letter)).isEqualTo(1);
    }

    @Test
    void one_that_only_the_database_refuses_stays_a_dead_letter_too() {
        Map<String, Object> data = facts.plan(1);
        data.put("x", "\0");
        Facts.sendBinary(
                kafka, "training-plan-changed", facts.planId, "/plan-service", Facts.PLAN, UUID.randomUUID(), data);
        JsonPath letter = newest("UNPROCESSABLE");

        assertThat(redrive(letter, "?dryRun=true").getString("outcome")).isEqualTo("DEAD_LETTERED");
        assertThat(redrive(letter, "").getString("deadLetterClass")).isEqualTo("UNPROCESSABLE");
        assertThat(published(letter)).isEqualTo(1);
    }

    @Test
    void one_that_contradicts_what_is_known_is_no_duplicate_of_itself() {
        facts.sendPlan(kafka);
        door.progressWhen(facts.planId, plan -> true);
        long version = facts.nextVersion();
        facts.sendCompetency(kafka, Facts.COMPLETED, facts.competency(0, version, "2026-05-15", null));
        facts.sendCompetency(kafka, Facts.COMPLETED, facts.competency(0, version, "2026-05-16", null));
        JsonPath letter = newest("CONFLICTING_VERSION");

        JsonPath again = redrive(letter, "");
        assertThat(again.getString("outcome")).isEqualTo("DEAD_LETTERED");
        assertThat(again.getString("deadLetterClass")).isEqualTo("CONFLICTING_VERSION");
    }

    @Test
    void one_whose_plan_has_not_been_heard_of_yet_waits_for_it_and_takes_effect_once() {
        JsonPath letter = refusedByDefect("parked_event", () -> facts.sendCompletion(kafka, 0));
        JsonPath before = door.intakeWhenIdle();

        for (int i = 0; i < 2; i++) {
            assertThat(redrive(letter, "").getString("outcome")).isEqualTo("PARKED");
        }
        JsonPath waiting = door.read("/admin/intake");
        assertThat(change(before, waiting, "parked")).isEqualTo(1);
        assertThat(change(before, waiting, "deadLettered")).isEqualTo(-1);
        assertThat(change(before, waiting, "received")).isZero();
        requireClosed(waiting);

        facts.sendPlan(kafka);
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 1);
        JsonPath after = door.intakeWhenIdle();
        assertThat(change(waiting, after, "parked")).isEqualTo(-1);
        assertThat(change(waiting, after, "received")).isEqualTo(1);
        assertThat(change(waiting, after, "applied"))
                .as("the plan and what waited")
                .isEqualTo(2);
        requireClosed(after);
        assertThat(redrive(letter, "").getString("outcome")).isEqualTo("PARKED");
        assertThat(published(letter)).isEqualTo(1);
    }

    @Test
    void one_that_waited_for_its_plan_and_is_refused_by_it_is_a_dead_letter_again() {
        Facts another = facts.another();
        Map<String, Object> forged = another.competency(0, 1, "2026-05-15", null);
        forged.put("planId", facts.planId);
        JsonPath letter = refusedByDefect("parked_event", () -> another.sendCompetency(kafka, Facts.COMPLETED, forged));
        JsonPath before = door.intakeWhenIdle();
        assertThat(redrive(letter, "").getString("outcome")).isEqualTo("PARKED");

        facts.sendPlan(kafka);
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 0);
        JsonPath after = door.intakeWhenIdle();

        JsonPath opened = door.read("/admin/dead-letters/" + letter.getString("id"));
        assertThat(opened.getString("outcome")).isNull();
        assertThat(opened.getString("deadLetterClass")).isEqualTo("FORGED");
        assertThat(change(before, after, "parked")).isZero();
        assertThat(change(before, after, "deadLettered")).isZero();
        assertThat(change(before, after, "applied")).as("the plan").isEqualTo(1);
        requireClosed(after);
        assertThat(redrive(letter, "").getString("deadLetterClass")).isEqualTo("FORGED");
        assertThat(published(letter)).isEqualTo(1);
    }

    @Test
    void a_choice_of_letters_is_redriven_together() {
        JsonPath healed = refusedByDefect();
        kafka.send(TOPIC, facts.apprenticeId.toString(), Map.of(), "nothing");
        JsonPath hopeless = newest("UNDECODABLE");

        JsonPath wouldBe = redriveMany(Map.of("deadLetterClass", "UNPROCESSABLE", "topic", TOPIC), "?dryRun=true");
        assertThat(wouldBe.getBoolean("dryRun")).isTrue();
        assertThat(wouldBe.getString(outcomeOf(healed))).isEqualTo("APPLIED");
        JsonPath done = redriveMany(Map.of("deadLetterClass", "UNPROCESSABLE"), "");
        assertThat(done.getString(outcomeOf(healed))).isEqualTo("APPLIED");
        assertThat(done.getString(outcomeOf(hopeless))).isNull();
        assertThat(done.getInt("outcomes.APPLIED")).isPositive();

        JsonPath rest = redriveMany(Map.of("topic", TOPIC), "");
        assertThat(rest.getString(outcomeOf(healed))).isNull();
        assertThat(rest.getString(outcomeOf(hopeless))).isEqualTo("DEAD_LETTERED");
    }

    @Test
    void letters_are_listed_by_class_topic_and_whether_they_came_to_something() {
        JsonPath healed = refusedByDefect();
        String id = healed.getString("id");
        assertThat(ids("?class=UNPROCESSABLE&topic=" + TOPIC + "&redriven=false"))
                .contains(id);
        assertThat(ids("?class=UNPROCESSABLE&redriven=true")).doesNotContain(id);
        assertThat(ids("?class=UNDECODABLE")).doesNotContain(id);
        assertThat(ids("?topic=training-plan-changed")).doesNotContain(id);
        assertThat(door.read("/admin/intake").getLong("deadLetters.UNPROCESSABLE"))
                .isPositive();

        redrive(healed, "");
        assertThat(ids("?class=UNPROCESSABLE&redriven=false")).doesNotContain(id);
        assertThat(ids("?redriven=true")).contains(id);
    }

    @Test
    void a_record_that_kafka_does_not_hold_any_more_is_gone() {
        UUID id = letterAt(TOPIC, 0, 1_000_000_000);
        Response answer = post("/" + id + "/redrive", "");
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(door.read("/admin/dead-letters/" + id).getString("redrivenAt"))
                .isNull();
        jdbi.useHandle(handle -> handle.execute("DELETE FROM dead_letter WHERE id = ?", id));
    }

    @Test
    void while_kafka_is_away_nothing_is_decided() {
        long begin = System.nanoTime();
        try (RecordsAgain.Reading reading = new RecordsAgain("127.0.0.1:1").open()) {
            assertThatThrownBy(() -> reading.at(new TopicPartition(TOPIC, 0), 0))
                    .isInstanceOf(BrokerIsAway.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void what_is_asked_wrongly_is_refused() {
        assertThat(get("?class=SPOILT").statusCode()).isEqualTo(400);
        assertThat(get("?class=SPOILT").jsonPath().getString("errors[0].pointer"))
                .isEqualTo("class");
        assertThat(get("?redriven=perhaps").statusCode()).isEqualTo(400);
        assertThat(get("/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(post("/" + UUID.randomUUID() + "/redrive", "").statusCode()).isEqualTo(404);
        for (String query : List.of("dryRun=maybe", "dryRun=", "dryRun", "dryRun=true&dryRun=false")) {
            Response refused = post("/redrive?" + query, "{}");
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(refused.jsonPath().getString("errors[0].pointer"))
                    .as(query)
                    .isEqualTo("dryRun");
        }
        assertThat(get("?redriven=true&redriven=false").statusCode()).isEqualTo(400);
        assertThat(post("/redrive", "{\"deadLetterClass\":\"SPOILT\"}").statusCode())
                .isEqualTo(400);
        for (String token : List.of(
                door.tokens().dashboard(),
                door.tokens().employer(UUID.randomUUID()),
                door.tokens().college(UUID.randomUUID()))) {
            assertThat(door.get(token, "/admin/dead-letters").statusCode()).isEqualTo(403);
            assertThat(given().auth()
                            .oauth2(token)
                            .contentType("application/json")
                            .body("{}")
                            .post("/api/v1/admin/dead-letters/redrive")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    /** A good completion that came while a defect of ours refused it. */
    private JsonPath refusedByDefect() {
        facts.sendPlan(kafka);
        door.progressWhen(facts.planId, plan -> true);
        return refusedByDefect("credit_fact", () -> facts.sendCompletion(kafka, 0));
    }

    /** @param table which refuses what is said of the plan */
    private JsonPath refusedByDefect(String table, Runnable send) {
        Owner.refusing(table, facts.planId, () -> {
            send.run();
            door.intakeWhenIdle();
        });
        return newest("UNPROCESSABLE");
    }

    /** The one that was not there before. */
    private JsonPath newest(String deadLetterClass) {
        door.intakeWhenIdle();
        String id = door.when(
                        "/admin/dead-letters?limit=1&class=" + deadLetterClass,
                        list -> list.getList("items").size() == 1)
                .getString("items[0].id");
        return door.read("/admin/dead-letters/" + id);
    }

    private UUID letterAt(String topic, int partition, long offset) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO dead_letter (id, topic, partition, record_offset, dead_letter_class, reason, received_at)"
                        + " VALUES (?, ?, ?, ?, 'SCHEMA', 'for this test', now())",
                id,
                topic,
                partition,
                offset));
        return id;
    }

    private JsonPath redrive(JsonPath letter, String query) {
        return post("/" + letter.getString("id") + "/redrive" + query, "")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath redriveMany(Map<String, String> choice, String query) {
        return post("/redrive" + query, Facts.json(choice))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Response post(String path, String body) {
        return given().auth()
                .oauth2(door.tokens().agency())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/admin/dead-letters" + path);
    }

    private Response get(String path) {
        return door.get(door.tokens().agency(), "/admin/dead-letters" + path);
    }

    private List<String> ids(String query) {
        return door.read("/admin/dead-letters" + query + "&limit=200").getList("items.id");
    }

    private static String outcomeOf(JsonPath letter) {
        return "results.find { it.id == '" + letter.getString("id") + "' }?.outcome";
    }

    private long published(JsonPath letter) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> jdbi.<Integer, RuntimeException>withHandle(
                                handle -> handle.createQuery("SELECT count(*) FROM outbox WHERE published_at IS NULL")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0);
        return kafka.readAll("competency-completed-dlq").stream()
                .map(message -> new JsonPath(new String(message.value(), StandardCharsets.UTF_8)))
                .filter(place -> place.getString("topic").equals(letter.getString("topic"))
                        && place.getInt("partition") == letter.getInt("partition")
                        && place.getLong("offset") == letter.getLong("offset"))
                .count();
    }

    private static long change(JsonPath before, JsonPath after, String count) {
        return after.getLong("totals." + count) - before.getLong("totals." + count);
    }

    private void requireClosed(JsonPath books) {
        assertThat(books.getLong("totals.received"))
                .isEqualTo(books.getLong("totals.applied")
                        + books.getLong("totals.duplicate")
                        + books.getLong("totals.stale")
                        + books.getLong("totals.parked")
                        + books.getLong("totals.deadLettered"));
        long waiting = jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM parked_event")
                .mapTo(Long.class)
                .one());
        assertThat(books.getLong("totals.parked")).isEqualTo(waiting);
    }
}
