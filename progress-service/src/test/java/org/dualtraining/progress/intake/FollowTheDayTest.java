package org.dualtraining.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dualtraining.progress.DatabaseAway;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the day decides, and what snapshots attest; it enters through Kafka and is looked for on Kafka. */
@QuarkusTest
class FollowTheDayTest {

    private static final UUID CREDENTIAL = UUID.fromString("9d405162-7e8f-5091-b2a3-b4c5d6e7f809");

    private static final long LOCK = 0x6475616c_64756564L;

    @Inject
    DataSource database;

    @Inject
    ReviewDuePlans review;

    @Inject
    FollowTheDay followTheDay;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Facts facts = new Facts();
    private final Door door = new Door();
    private final TopicClient kafka = Door.kafka();
    private final EligibilityEvents events = new EligibilityEvents(kafka, facts.apprenticeId);

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void eligibility_that_expires_is_lost_on_its_day_without_any_event() {
        facts.sendPlan(kafka);
        facts.sendRule(kafka, 1, Map.<String, Object>of("allOf", List.of(needs(0)), "validFor", "P30D"));
        complete(0, today.minusDays(29));
        JsonPath gained = events.atLeast(1).get(0);
        assertThat(gained.getString("expiresOn")).isEqualTo(today.plusDays(1).toString());

        itIs(today.plusDays(1));

        JsonPath lost = events.atLeast(2).get(1);
        assertThat(lost.getBoolean("eligible")).isFalse();
        assertThat(lost.getString("explanation.status")).isEqualTo("EXPIRED");
        assertThat(lost.getString("since")).isNull();
        assertThat(lost.getLong("version")).isGreaterThan(gained.getLong("version"));
        JsonPath answer = door.read("/training-plans/" + facts.planId + "/eligibility");
        assertThat(answer.getString("certifications[0].inWords"))
                .isEqualTo("No longer: it was reached, and valid for 30 days only (expired on " + today.plusDays(1)
                        + ").");
        assertThat(door.read("/certifications/" + facts.certificationId + "/eligible-apprentices")
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void while_another_instance_looks_this_one_leaves_it_to_that_one() throws SQLException {
        facts.sendPlan(kafka);
        facts.sendRule(kafka, 1, Map.<String, Object>of("allOf", List.of(needs(0)), "validFor", "P30D"));
        complete(0, today.minusDays(29));
        events.atLeast(1);
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            itIs(today.plusDays(1));

            assertThat(review.chunkAfter(new UUID(0, 0))).isEmpty();
            assertThat(events.soFar()).hasSize(1);
            statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
        }
        assertThat(events.atLeast(2).get(1).getBoolean("eligible")).isFalse();
    }

    @Test
    void what_is_due_while_the_database_is_away_is_said_when_it_is_back() {
        facts.sendPlan(kafka);
        facts.sendRule(kafka, 1, Map.<String, Object>of("allOf", List.of(needs(0)), "validFor", "P30D"));
        complete(0, today.minusDays(29));
        events.atLeast(1);
        try (DatabaseAway away = new DatabaseAway()) {
            itIs(today.plusDays(1));

            assertThatException().isThrownBy(() -> review.chunkAfter(new UUID(0, 0)));
            followTheDay.often();
        }

        assertThat(events.atLeast(2).get(1).getBoolean("eligible")).isFalse();
    }

    @Test
    void hours_that_are_stated_before_their_month_ends_count_from_its_last_day_on() {
        YearMonth month = YearMonth.from(today);
        LocalDate end = month.atEndOfMonth();
        itIs(end.minusDays(1));
        Map<String, Object> plan = facts.plan(facts.nextVersion());
        plan.put(
                "hours",
                List.of(Map.<String, Object>of("delivery", "ON_THE_JOB", "month", month.toString(), "hours", 160)));
        facts.sendRule(kafka, 1, Map.of("hours", Map.<String, Object>of("delivery", "ON_THE_JOB", "minimum", 160)));
        UUID snapshot = sendPlan(plan);
        JsonPath before =
                door.eligibilityWhen(facts.planId, answer -> answer.getString("certifications[0].ruleVersion") != null);
        assertThat(before.getString("certifications[0].explanation.node")).isEqualTo("160 hours on the job (0 so far)");
        assertThat(before.getString("certifications[0].forecast.on")).isEqualTo(end.toString());

        itIs(end);

        JsonPath gained = events.atLeast(1).get(0);
        assertThat(gained.getBoolean("eligible")).isTrue();
        assertThat(gained.getString("since")).isEqualTo(end.toString());
        assertThat(gained.getList("explanation.eventIds")).containsExactly(snapshot.toString());
    }

    @Test
    void a_prior_credential_makes_eligible_while_it_is_on_the_snapshot() {
        Map<String, Object> plan = facts.plan(facts.nextVersion());
        plan.put(
                "priorCredentials",
                List.of(Map.of(
                        "credentialId",
                        CREDENTIAL,
                        "awardedOn",
                        today.minusYears(1).toString())));
        facts.sendRule(kafka, 1, Map.<String, Object>of("credential", CREDENTIAL, "within", "P2Y"));
        sendPlan(plan);
        assertThat(events.atLeast(1).get(0).getString("expiresOn"))
                .isEqualTo(today.minusYears(1).plusYears(2).toString());

        plan = facts.plan(facts.nextVersion());
        plan.put("priorCredentials", List.of());
        sendPlan(plan);

        assertThat(events.atLeast(2).get(1).getBoolean("eligible")).isFalse();
    }

    @Test
    void a_cancelled_plan_loses_its_eligibility_and_says_so_and_a_suspended_one_keeps_it() {
        facts.sendPlan(kafka);
        facts.sendRule(kafka, 1, needs(0));
        complete(0, today.minusDays(1));
        events.atLeast(1);
        facts.status = "SUSPENDED";
        facts.sendPlan(kafka);
        door.progressWhen(facts.planId, plan -> plan.getString("status").equals("SUSPENDED"));
        assertThat(door.eligibilityWhen(facts.planId, answer -> true).getBoolean("certifications[0].eligible"))
                .isTrue();

        facts.status = "CANCELLED";
        facts.sendPlan(kafka);

        JsonPath lost = events.atLeast(2).get(1);
        assertThat(lost.getBoolean("eligible")).isFalse();
        assertThat(lost.getString("explanation.children[0].node")).isEqualTo("a plan that was not cancelled");
        assertThat(lost.getString("explanation.children[0].status")).isEqualTo("MISSING");
        assertThat(lost.getString("explanation.children[1].status")).isEqualTo("SATISFIED");
        JsonPath answer = door.read("/training-plans/" + facts.planId + "/eligibility");
        assertThat(answer.getString("certifications[0].inWords")).isEqualTo("Not eligible: the plan was cancelled.");
        assertThat(answer.getString("certifications[0].forecast.reason")).isEqualTo("The plan was cancelled.");
    }

    private static void itIs(LocalDate day) {
        QuarkusMock.installMockForType(
                Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC), Clock.class);
    }

    private Map<String, Object> needs(int index) {
        return Map.of("competency", facts.competencies.get(index));
    }

    private void complete(int index, LocalDate on) {
        facts.sendCompetency(kafka, Facts.COMPLETED, facts.competency(index, facts.nextVersion(), on.toString(), null));
    }

    private UUID sendPlan(Map<String, Object> data) {
        UUID event = UUID.randomUUID();
        Facts.sendBinary(kafka, "training-plan-changed", facts.planId, "/plan-service", Facts.PLAN, event, data);
        return event;
    }
}
