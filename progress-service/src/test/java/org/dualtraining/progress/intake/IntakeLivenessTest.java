package org.dualtraining.progress.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IntakeLivenessTest {

    private static final int PARTITIONS = 12;

    @Inject
    OwnPartitions partitions;

    @Inject
    DataSource database;

    @TestHTTPResource(value = "/health/live", management = true)
    @Nullable
    URL live;

    private final Facts facts = new Facts();
    private final Door door = new Door();
    private final TopicClient kafka = Door.kafka();

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void an_instance_knows_the_partitions_that_it_reads() {
        door.intakeWhenIdle();
        for (String topic :
                new String[] {"competency-completed", "training-plan-changed", "certification-rule-changed"}) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                Ledger.Position position = new Ledger.Position(topic, partition);
                Map<Ledger.Position, Long> farAway = Map.of(position, Long.MAX_VALUE);
                assertThat(partitions.longestStill(farAway).orElseThrow().time())
                        .isNotNull();
                Awaitility.await().until(() -> partitions
                        .longestStill(farAway)
                        .filter(still -> still.position().equals(position))
                        .filter(still -> !still.time().isZero())
                        .isPresent());
                partitions.longestStill(Map.of(position, 0L));
            }
        }
    }

    @Test
    void a_batch_that_cannot_go_on_is_noticed_and_forgotten_when_it_can() throws SQLException {
        facts.sendPlan(kafka);
        facts.sendCompletion(kafka, 0);
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 1);
        door.intakeWhenIdle();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM intake_ledger WHERE topic = 'competency-completed' FOR UPDATE");
            facts.sendCompletion(kafka, 1);

            Awaitility.await().atMost(Duration.ofSeconds(8)).until(() -> health().get("stillPartition") != null);
            Map<String, Object> health = health();
            assertThat(String.valueOf(health.get("stillPartition"))).startsWith("competency-completed-");
            assertThat(status()).isEqualTo("UP");
            other.rollback();
        }
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 2);
        Awaitility.await().until(() -> health().get("stillPartition") == null);
    }

    private Map<String, Object> health() {
        Map<String, Object> data = new HashMap<>();
        data.putAll(check().getMap("data"));
        return data;
    }

    private String status() {
        return check().getString("status");
    }

    private JsonPath check() {
        JsonPath all =
                given().get(Objects.requireNonNull(live)).then().extract().jsonPath();
        return new JsonPath(Facts.json(all.getMap("checks.find { it.name == 'intake moves' }")));
    }
}
