package org.dualtraining.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A plan is eligible only for what concerns it: its target and the certifications of its framework, as both are now. */
@QuarkusTest
class ConcernEndsTest {

    @Inject
    Jdbi jdbi;

    private final Facts facts = new Facts();
    private final Door door = new Door();
    private final TopicClient kafka = Door.kafka();
    private final EligibilityEvents events = new EligibilityEvents(kafka, facts.apprenticeId);
    private final UUID framework = facts.frameworkId;
    private final UUID certification = facts.certificationId;

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void a_plan_that_changes_its_framework_and_its_target_loses_what_it_was_eligible_for_until_it_changes_back() {
        facts.sendPlan(kafka);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        facts.sendRule(kafka, 1, Map.<String, Object>of("allOf", List.of(needsFirst()), "validFor", "P30D"));
        facts.sendCompetency(kafka, Facts.COMPLETED, facts.competency(0, facts.nextVersion(), today.toString(), null));
        JsonPath gained = events.atLeast(1).get(0);

        facts.frameworkId = UUID.randomUUID();
        facts.certificationId = UUID.randomUUID();
        facts.sendPlan(kafka);

        JsonPath lost = events.atLeast(2).get(1);
        assertEnded(lost);
        assertThat(lost.getLong("version")).isGreaterThan(gained.getLong("version"));
        assertThat(eligibleApprentices()).isEmpty();
        assertThat(isLookedAtAgain()).isFalse();

        facts.frameworkId = framework;
        facts.certificationId = certification;
        facts.sendPlan(kafka);

        assertThat(events.atLeast(3).get(2).getBoolean("eligible")).isTrue();
        assertThat(eligibleApprentices()).containsExactly(facts.planId.toString());
    }

    @Test
    void a_plan_that_changes_its_target_only_keeps_what_its_framework_gives() {
        facts.sendPlan(kafka);
        facts.sendRule(kafka, 1, needsFirst());
        facts.sendCompletion(kafka, 0);
        events.atLeast(1);

        facts.certificationId = UUID.randomUUID();
        facts.sendPlan(kafka);
        facts.sendCompletion(kafka, 1);
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 2);
        door.intakeWhenIdle();

        assertThat(eligibleApprentices()).containsExactly(facts.planId.toString());
        assertThat(events.soFar()).hasSize(1);
    }

    @Test
    void a_rule_that_leaves_a_framework_ends_what_plans_of_that_framework_were_eligible_for_until_it_comes_back() {
        facts.certificationId = UUID.randomUUID();
        facts.sendPlan(kafka);
        facts.certificationId = certification;
        facts.sendRule(kafka, 1, needsFirst());
        facts.sendCompletion(kafka, 0);
        events.atLeast(1);
        Instant before = Instant.now();

        facts.frameworkId = UUID.randomUUID();
        facts.sendRule(kafka, 2, needsFirst());

        JsonPath lost = events.atLeast(2).get(1);
        assertEnded(lost);
        assertThat(lost.getInt("ruleVersion")).isEqualTo(2);
        assertThat(concerning("")).doesNotContain(certification.toString());
        assertThat(concerning("?knownAt=" + before)).contains(certification.toString());
        assertThat(eligibleApprentices()).isEmpty();

        facts.frameworkId = framework;
        facts.sendRule(kafka, 3, needsFirst());

        assertThat(events.atLeast(3).get(2).getBoolean("eligible")).isTrue();
    }

    private void assertEnded(JsonPath event) {
        assertThat(event.getString("certificationId")).isEqualTo(certification.toString());
        assertThat(event.getBoolean("eligible")).isFalse();
        assertThat(event.getString("since")).isNull();
        assertThat(event.getString("explanation.status")).isEqualTo("MISSING");
        assertThat(event.getString("explanation.children[0].node"))
                .isEqualTo("a plan that aims at this certification or is of its framework");
        assertThat(event.getString("explanation.children[0].status")).isEqualTo("MISSING");
        assertThat(event.getString("explanation.children[1].status")).isEqualTo("SATISFIED");
    }

    private Map<String, Object> needsFirst() {
        return Map.of("competency", facts.competencies.get(0));
    }

    private List<String> eligibleApprentices() {
        return door.read("/certifications/" + certification + "/eligible-apprentices")
                .getList("items.planId");
    }

    private List<String> concerning(String question) {
        return door.read("/training-plans/" + facts.planId + "/eligibility" + question)
                .getList("certifications.certificationId");
    }

    private boolean isLookedAtAgain() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM eligibility
                                       WHERE plan_id = :plan AND certification_id = :certification
                                         AND changes_on IS NOT NULL)
                        """)
                .bind("plan", facts.planId)
                .bind("certification", certification)
                .mapTo(Boolean.class)
                .one());
    }
}
