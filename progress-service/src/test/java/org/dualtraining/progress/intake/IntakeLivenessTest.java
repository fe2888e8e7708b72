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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    private static final List<String> TOPICS =
            List.of("competency-completed", "training-plan-changed", "certification-rule-changed");
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
        // a look of the health check's may have seen some wait that were taken since
        Map<Ledger.Position, Long> ends = new HashMap<>();
        for (String topic : TOPICS) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                ends.put(new Ledger.Position(topic, partition), 0L);
            }
        }
        for (Ledger.Position position : Set.copyOf(ends.keySet())) {
            assertThat(partitions.longestStill(ends).orElseThrow().time()).isZero();
            ends.put(position, Long.MAX_VALUE);
            Awaitility.await().until(() -> partitions
                    .longestStill(ends)
                    .filter(still -> still.position().equals(position))
                    .filter(still -> !still.time().isZero())
                    .isPresent());
            ends.put(position, 0L);
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

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> health().get("stillPartition") != null);
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
