package org.dualtraining.progress.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.OwnServers;
import org.dualtraining.testkit.TopicClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rebuild that runs does so alone, can be cancelled, and is in nobody's way (guarantees R15). */
@QuarkusTest
@TestProfile(OwnServers.class)
class RunningRebuildTest {

    private final Door door = new Door();

    @Inject
    RebuildDoor rebuilds;

    @Inject
    StageWatch watch;

    @Inject
    DataSource database;

    private TopicClient kafka;

    @BeforeEach
    void open() {
        kafka = Door.kafka();
    }

    @AfterEach
    void close() {
        watch.forget();
        kafka.close();
    }

    @Test
    void one_runs_at_a_time_and_can_be_cancelled() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        watch.react(stage -> RebuildDoor.await(mayGoOn));
        UUID first = rebuilds.request(false);

        rebuilds.post("/admin/rebuilds", "{}").then().statusCode(409);
        JsonPath cancelled = cancel(first).then().statusCode(200).extract().jsonPath();
        mayGoOn.countDown();

        assertThat(cancelled.getString("state")).isEqualTo("CANCELLED");
        cancel(first).then().statusCode(409);
        cancel(UUID.randomUUID()).then().statusCode(404);
        UUID second = rebuilds.request(true);
        assertThat(rebuilds.end(second).getString("state")).isEqualTo("COMPARED");
        assertThat(door.read("/admin/rebuilds?limit=2").getList("items.id"))
                .containsExactly(second.toString(), first.toString());
        door.get(door.tokens().dashboard(), "/admin/rebuilds").then().statusCode(403);
    }

    @Test
    void who_reads_for_long_delays_the_exchange_and_neither_the_intake_nor_other_readers() throws SQLException {
        Facts facts = new Facts();
        facts.sendPlan(kafka);
        door.progressWhen(facts.planId, progress -> true);
        UUID rebuild;
        try (Connection dump = database.getConnection();
                Statement statement = dump.createStatement()) {
            dump.setAutoCommit(false);
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            statement.execute("SELECT 1 FROM plan_line LIMIT 1");
            rebuild = rebuilds.request(false);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !rebuilds.strings(
                            "SELECT mode FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND NOT granted")
                    .isEmpty());

            facts.sendCompletion(kafka, 0);
            door.progressWhen(facts.planId, progress -> progress.getInt("credited") == 1);
            assertThat(door.read("/admin/rebuilds/" + rebuild).getString("state"))
                    .isEqualTo("RUNNING");
            dump.rollback();
            dump.setAutoCommit(true);
        }

        assertThat(rebuilds.end(rebuild).getString("state")).isEqualTo("SWAPPED");
        assertThat(door.read("/training-plans/" + facts.planId + "/progress").getInt("credited"))
                .isEqualTo(1);
    }

    @Test
    void nothing_is_left_of_one_that_is_cancelled_after_its_worker_was_killed() {
        AtomicInteger left = new AtomicInteger();
        watch.react(stage -> {
            String id = door.read("/admin/rebuilds?limit=1").getString("items[0].id");
            cancel(id).then().statusCode(200);
            left.set(rebuilds.tablesOf("shadow").size());
            throw new IllegalStateException("killed");
        });

        assertThat(rebuilds.run(false).getString("state")).isEqualTo("CANCELLED");

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left.get() > 0);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> rebuilds.tablesOf("shadow")
                .isEmpty());
    }

    private Response cancel(Object rebuild) {
        return rebuilds.post("/admin/rebuilds/" + rebuild + "/cancellation", "");
    }
}
