package org.dualtraining.progress.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DashboardResourceTest {

    private static final String PATH = "/dashboard/summary";

    private final Door door = new Door();

    @Test
    void an_employer_sees_its_own_plans_in_figures() {
        Facts facts = new Facts();
        Facts other = facts.another();
        other.status = "SUSPENDED";
        try (TopicClient kafka = Door.kafka()) {
            facts.sendRule(kafka, 1, Map.of("competency", facts.competencies.get(0)));
            facts.sendPlan(kafka);
            other.sendPlan(kafka);
            facts.sendCompletion(kafka, 0);
        }
        door.eligibilityWhen(facts.planId, plan -> plan.getBoolean("certifications[0].eligible"));
        door.progressWhen(other.planId, plan -> true);

        JsonPath summary =
                door.get(door.tokens().employer(facts.employerId), PATH).jsonPath();
        assertThat(summary.getLong("plans")).isEqualTo(2);
        assertThat(summary.getLong("plansByStatus.ACTIVE")).isEqualTo(1);
        assertThat(summary.getLong("plansByStatus.SUSPENDED")).isEqualTo(1);
        assertThat(summary.getLong("plansByStatus.DRAFT")).isZero();
        assertThat(summary.getLong("apprentices")).isEqualTo(2);
        assertThat(summary.getLong("credits")).isEqualTo(1);
        assertThat(summary.getDouble("averagePercent")).isEqualTo(25.0);
        List<Long> eligible = summary.getList(
                "eligibleByCertification.findAll{it.certificationId=='" + facts.certificationId + "'}.eligible",
                Long.class);
        assertThat(eligible).containsExactly(1L);
        assertThat(summary.getList("suppressed")).isEmpty();
        assertThat(summary.getString("asOf")).isNotNull();
        assertThat(summary.getLong("lag.records")).isNotNegative();

        JsonPath stranger =
                door.get(door.tokens().employer(UUID.randomUUID()), PATH).jsonPath();
        assertThat(stranger.getLong("plans")).isZero();
        assertThat(stranger.getLong("credits")).isZero();
    }

    @Test
    void a_dashboard_sees_no_small_group() {
        JsonPath all = door.read(PATH);
        JsonPath shown = door.get(door.tokens().dashboard(), PATH).jsonPath();
        if (all.getLong("apprentices") < 10) {
            assertThat(shown.getString("plans")).isNull();
            assertThat(shown.getList("suppressed")).contains("/plans");
        }
        Map<String, Integer> byStatus = shown.getMap("plansByStatus");
        assertThat(byStatus.values()).allMatch(count -> count == 0 || count >= 10);
    }

    @Test
    void others_are_refused() {
        assertThat(door.get(door.tokens().college(UUID.randomUUID()), PATH).statusCode())
                .isEqualTo(403);
        assertThat(door.get(door.tokens().apprentice(UUID.randomUUID()), PATH).statusCode())
                .isEqualTo(403);
        assertThat(given().get("/api/v1" + PATH).statusCode()).isEqualTo(401);
    }

    @Test
    void the_books_are_for_agencies_only() {
        for (String path : List.of("/admin/intake", "/admin/dead-letters")) {
            assertThat(door.get(door.tokens().agency(), path).statusCode()).isEqualTo(200);
            assertThat(door.get(door.tokens().dashboard(), path).statusCode()).isEqualTo(403);
            assertThat(given().get("/api/v1" + path).statusCode()).isEqualTo(401);
        }
        assertThat(door.get(door.tokens().agency(), "/admin/dead-letters?cursor=bm9uZQ")
                        .statusCode())
                .isEqualTo(400);
    }
}
