package org.dualtraining.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.EventContract;
import org.dualtraining.testkit.TopicClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything here enters through Kafka and is looked at through HTTP or on a topic. */
@QuarkusTest
class IntakeConsumerTest {

    @Inject
    DataSource database;

    private final Facts facts = new Facts();
    private final Door door = new Door();
    private final TopicClient kafka = Door.kafka();

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void plan_completion_and_rule_lead_to_eligibility_and_a_revocation_takes_it_back() {
        facts.sendPlan(kafka);
        facts.sendRule(kafka, 1, facts.needsBoth());
        facts.sendCompletion(kafka, 0);
        Map<String, Object> second = facts.competency(1, facts.nextVersion(), "2026-05-20", 3);
        facts.sendCompetency(kafka, Facts.COMPLETED, second);

        JsonPath progress = door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 2);
        assertThat(progress.getInt("total")).isEqualTo(2);
        assertThat(progress.getDouble("percent")).isEqualTo(100.0);
        assertThat(progress.getInt("byDelivery.ON_THE_JOB.credited")).isEqualTo(1);
        assertThat(progress.getList("lines.state")).containsExactly("CREDITED", "CREDITED", "OPEN");
        JsonPath eligible = door.eligibilityWhen(facts.planId, plan -> plan.getBoolean("certifications[0].eligible"));
        assertThat(eligible.getString("certifications[0].since")).isEqualTo("2026-05-20");
        assertThat(eligible.getInt("certifications[0].ruleVersion")).isEqualTo(1);
        assertThat(eligible.getList("certifications[0].explanation.children.eventIds.flatten()"))
                .containsExactlyElementsOf(
                        progress.<String>getList("lines.eventId").subList(0, 2));

        second.put("version", facts.nextVersion());
        second.put("reason", "the wrong learner");
        facts.sendCompetency(kafka, Facts.REVOKED, second);

        JsonPath revoked = door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 1);
        assertThat(revoked.getList("lines.state")).containsExactly("CREDITED", "REVOKED", "OPEN");
        assertThat(revoked.getString("lines[1].completedOn")).isNull();
        assertThat(door.eligibilityWhen(facts.planId, plan -> true)
                        .getString("certifications[0].explanation.children[1].status"))
                .isEqualTo("MISSING");
        assertThat(eligibilityEvents(2))
                .extracting(event -> event.getBoolean("eligible"))
                .containsExactly(true, false);
    }

    @Test
    void completions_wait_for_their_plan_and_rules_come_last() {
        facts.sendCompletion(kafka, 0);
        facts.sendCompletion(kafka, 1);
        door.when("/admin/intake", intake -> intake.getLong("totals.parked") >= 2);

        facts.sendPlan(kafka);
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 2);
        JsonPath withoutRule = door.eligibilityWhen(facts.planId, plan -> true);
        assertThat(withoutRule.getString("certifications[0].certificationId"))
                .isEqualTo(facts.certificationId.toString());
        assertThat(withoutRule.getBoolean("certifications[0].eligible")).isFalse();
        assertThat(withoutRule.getString("certifications[0].explanation.node")).contains("no requirement rule");

        facts.sendRule(kafka, 1, facts.needsBoth());
        door.eligibilityWhen(facts.planId, plan -> plan.getBoolean("certifications[0].eligible"));
        assertThat(eligibilityEvents(1).get(0).getBoolean("eligible")).isTrue();
    }

    @Test
    void a_correction_replaces_what_it_corrects_even_when_it_comes_first() {
        facts.sendPlan(kafka);
        Map<String, Object> original = facts.competency(0, facts.nextVersion(), "2026-05-15", null);
        Map<String, Object> corrected = facts.competency(0, facts.nextVersion(), "2026-04-01", null);
        facts.sendCompetency(kafka, Facts.CORRECTED, corrected);
        facts.sendCompetency(kafka, Facts.COMPLETED, original);

        door.progressWhen(facts.planId, plan -> "2026-04-01".equals(plan.getString("lines[0].completedOn")));
        door.intakeWhenIdle();
        assertThat(door.progressWhen(facts.planId, plan -> true).getString("lines[0].completedOn"))
                .isEqualTo("2026-04-01");
    }

    @Test
    void repeats_take_effect_once_and_the_books_close() {
        JsonPath before = door.intakeWhenIdle();
        UUID event = UUID.randomUUID();
        Map<String, Object> data = facts.competency(0, facts.nextVersion(), "2026-05-15", null);
        facts.sendPlan(kafka);
        for (int i = 0; i < 3; i++) {
            Facts.sendBinary(
                    kafka, "competency-completed", facts.apprenticeId, "/plan-service", Facts.COMPLETED, event, data);
        }
        facts.sendCompetency(kafka, Facts.COMPLETED, data);

        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 1);
        JsonPath after = door.intakeWhenIdle();
        assertThat(after.getLong("totals.received") - before.getLong("totals.received"))
                .isEqualTo(5);
        assertThat(after.getLong("totals.applied") - before.getLong("totals.applied"))
                .isEqualTo(2);
        assertThat(after.getLong("totals.duplicate") - before.getLong("totals.duplicate"))
                .isEqualTo(3);
        assertThat(after.getLong("totals.received"))
                .isEqualTo(after.getLong("totals.applied")
                        + after.getLong("totals.duplicate")
                        + after.getLong("totals.stale")
                        + after.getLong("totals.parked")
                        + after.getLong("totals.deadLettered"));
    }

    @Test
    void structured_mode_is_read_too() {
        facts.sendPlan(kafka);
        kafka.send(
                "competency-completed",
                facts.apprenticeId.toString(),
                Map.of("content-type", "application/cloudevents+json"),
                Facts.structured(
                        "/plan-service",
                        Facts.COMPLETED,
                        UUID.randomUUID(),
                        facts.apprenticeId,
                        facts.competency(0, facts.nextVersion(), "2026-05-15", null)));
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 1);
    }

    @Test
    void poison_between_good_records_is_buried_once_and_holds_nobody_up() {
        JsonPath before = door.intakeWhenIdle();
        String key = facts.apprenticeId.toString();
        facts.sendPlan(kafka);
        facts.sendCompletion(kafka, 0);
        kafka.send("competency-completed", key, Map.of(), "Jane Doe failed, and this is no JSON");
        kafka.send(
                "competency-completed",
                key,
                Facts.headers("/plan-service", "org.dualtraining.unheard-of.v1", UUID.randomUUID(), facts.apprenticeId),
                Facts.json(facts.competency(1, facts.nextVersion(), "2026-05-15", null)));
        facts.sendCompetency(
                kafka, Facts.COMPLETED, facts.competency(1, 2, "1999-01-01", 4)); // version 2 was another completion
        facts.sendCompletion(kafka, 1);

        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 2);
        JsonPath after = door.intakeWhenIdle();
        assertThat(after.getLong("totals.deadLettered") - before.getLong("totals.deadLettered"))
                .isEqualTo(3);
        JsonPath newest = door.read("/admin/dead-letters?limit=3");
        assertThat(newest.getList("items.deadLetterClass"))
                .containsExactlyInAnyOrder("UNDECODABLE", "UNKNOWN_TYPE", "CONFLICTING_VERSION");
        List<String> ids = newest.getList("items.id");
        List<ConsumerRecord<byte[], byte[]>> letters = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> kafka.readAll("competency-completed-dlq").stream()
                                .filter(letter -> ids.contains(TopicClient.header(letter, "ce_id")))
                                .toList(),
                        found -> found.size() == 3);
        for (ConsumerRecord<byte[], byte[]> letter : letters) {
            String json = new String(letter.value(), StandardCharsets.UTF_8);
            EventContract.of("org.dualtraining.dead-letter.v1").requireKeptBy(json);
            assertThat(json).doesNotContain("Jane").doesNotContain("1999");
        }
    }

    @Test
    void a_party_that_does_not_fit_the_plan_is_forged() {
        JsonPath before = door.intakeWhenIdle();
        facts.sendPlan(kafka);
        door.progressWhen(facts.planId, plan -> true);
        Facts thief = facts.another();
        Map<String, Object> stolen = thief.competency(0, 5, "2026-05-15", null);
        stolen.put("planId", facts.planId);
        thief.sendCompetency(kafka, Facts.COMPLETED, stolen);

        door.when(
                "/admin/intake",
                intake -> intake.getLong("totals.deadLettered") > before.getLong("totals.deadLettered"));
        assertThat(door.read("/admin/dead-letters?limit=1").getString("items[0].deadLetterClass"))
                .isEqualTo("FORGED");
        assertThat(door.progressWhen(facts.planId, plan -> true).getInt("credited"))
                .isZero();
    }

    @Test
    void a_database_that_cannot_be_used_for_a_while_makes_no_dead_letters() throws SQLException {
        facts.sendPlan(kafka);
        door.progressWhen(facts.planId, plan -> true);
        JsonPath before = door.intakeWhenIdle();
        try (Connection blocker = database.getConnection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE inbox IN EXCLUSIVE MODE");
            facts.sendCompletion(kafka, 0);
            // longer than statement_timeout: the first attempt has failed
            Awaitility.await()
                    .pollDelay(Duration.ofSeconds(4))
                    .until(() -> door.read("/admin/intake").getLong("lag.records") == 1);
            blocker.rollback();
        }
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 1);
        JsonPath after = door.intakeWhenIdle();
        assertThat(after.getLong("totals.deadLettered")).isEqualTo(before.getLong("totals.deadLettered"));
        assertThat(after.getLong("totals.applied")).isEqualTo(before.getLong("totals.applied") + 1);
    }

    @Test
    void a_new_rule_is_held_against_all_plans_of_its_framework() {
        List<Facts> cohort = List.of(facts, facts.another(), facts.another());
        cohort.forEach(one -> {
            one.sendPlan(kafka);
            one.sendCompletion(kafka, 0);
        });
        cohort.forEach(one -> door.progressWhen(one.planId, plan -> plan.getInt("credited") == 1));
        facts.sendRule(kafka, 1, facts.needsBoth());
        facts.sendRule(kafka, 2, Map.of("competency", facts.competencies.get(0)));

        JsonPath page = door.when(
                "/certifications/" + facts.certificationId + "/eligible-apprentices",
                list -> list.getList("items").size() == 3);
        assertThat(page.getList("items.ruleVersion")).containsExactly(2, 2, 2);
        facts.sendRule(kafka, 3, facts.needsBoth());
        door.when("/certifications/" + facts.certificationId + "/eligible-apprentices", list -> list.getList("items")
                .isEmpty());
    }

    @Test
    void the_rule_that_was_announced_last_holds_whatever_its_version() {
        facts.sendPlan(kafka);
        facts.sendCompletion(kafka, 0);
        Map<String, Object> one = Map.of("competency", facts.competencies.get(0));
        facts.sendRule(kafka, 1, facts.needsBoth());
        facts.sendRule(kafka, 5, 3, "Clerk", one);
        door.eligibilityWhen(facts.planId, plan -> Objects.equals(plan.get("certifications[0].ruleVersion"), 3));

        facts.sendRule(kafka, 7, 2, "Clerk", facts.needsBoth());
        facts.sendRule(kafka, 6, 4, "Clerk", one);
        JsonPath earlier = door.eligibilityWhen(
                facts.planId, plan -> Objects.equals(plan.get("certifications[0].ruleVersion"), 2));
        assertThat(earlier.getBoolean("certifications[0].eligible")).isFalse();

        facts.sendRule(kafka, 8, 2, "Senior Clerk", facts.needsBoth());
        door.eligibilityWhen(facts.planId, plan -> Objects.equals(plan.get("certifications[0].name"), "Senior Clerk"));
    }

    @Test
    void what_was_let_in_stays_readable_although_a_request_may_not_look_like_it() {
        Map<String, Object> plan = facts.plan(facts.nextVersion());
        plan.put("later", new BigDecimal("1e300"));
        Facts.sendBinary(
                kafka, "training-plan-changed", facts.planId, "/plan-service", Facts.PLAN, UUID.randomUUID(), plan);
        Map<String, Object> deep = Map.of("competency", facts.competencies.get(0));
        for (int level = 0; level < 12; level++) {
            deep = Map.of("allOf", List.of(deep));
        }
        facts.sendRule(kafka, 1, deep);
        facts.sendCompletion(kafka, 0);

        door.eligibilityWhen(facts.planId, found -> found.getBoolean("certifications[0].eligible"));
        assertThat(door.read("/training-plans/" + facts.planId + "/eligibility?knownAt=" + Instant.now())
                        .getBoolean("certifications[0].eligible"))
                .isTrue();
    }

    private List<JsonPath> eligibilityEvents(int expected) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> kafka.readAll("certification-eligibility-changed").stream()
                                .filter(record -> facts.apprenticeId
                                        .toString()
                                        .equals(new String(record.key(), StandardCharsets.UTF_8)))
                                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                                .peek(
                                        EventContract.of("org.dualtraining.certification-eligibility-changed.v1")
                                                ::requireKeptBy)
                                .map(JsonPath::new)
                                .toList(),
                        found -> found.size() == expected);
    }
}
