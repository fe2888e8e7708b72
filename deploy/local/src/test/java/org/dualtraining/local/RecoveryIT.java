package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator does when something has to be put right, with the packaged services while completions flow. */
class RecoveryIT {

    private static final int APPRENTICES = 250;
    private static final int KILLS = 2;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private static FreshPlatform running;
    private static Feed feed;
    private static int posted;

    @BeforeAll
    static void start() {
        running = FreshPlatform.start("recovery");
        PublishedSeed seed = new SeedLoader(running.home().repository(), running.clients(), line -> {}).load();
        feed = new Feed(running.clients(), seed, APPRENTICES);
        running.awaitTakenIn();
    }

    @AfterAll
    static void stop() {
        if (feed != null) {
            feed.close();
        }
        if (running != null) {
            running.close();
        }
    }

    @Test
    void a_rebuild_comes_to_its_end_however_often_it_is_killed_while_completions_flow() throws SQLException {
        long randomSeed = System.nanoTime();
        System.out.println("RecoveryIT random seed: " + randomSeed);
        Random random = new Random(randomSeed);
        burst(60);
        String rebuild = progress()
                .post("/admin/rebuilds", Cohort.JSON.createObjectNode())
                .path("id")
                .asText();

        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            burst(12);
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_500)).toNanos());
            if (isRunning(rebuild)) {
                killed++;
            }
            running.platform().service(Service.PROGRESS).kill();
            running.platform().startService(Service.PROGRESS);
            running.platform().awaitReady(Service.PROGRESS);
        }
        JsonNode ended = ended("/admin/rebuilds/" + rebuild);

        System.out.printf(
                "RecoveryIT: %d of %d kills during the rebuild; %s records%n", killed, KILLS, ended.path("replayed"));
        assertThat(ended.path("state").asText()).as(ended.toPrettyString()).isEqualTo("SWAPPED");
        awaitPublished();
        running.awaitTakenIn();
        assertThat(reconciled().path("total").asInt()).isZero();
        assertThat(count("progress", "SELECT count(*) FROM plan_line WHERE state = 'CREDITED'"))
                .isEqualTo(count("plan", "SELECT count(*) FROM plan_line WHERE state = 'CREDITED'"));
        assertThat(count("progress", "SELECT count(*) FROM dead_letter")).isZero();
        assertThat(count("progress", """
                SELECT coalesce(sum(received - applied - duplicate - stale - parked - dead_lettered), 0)
                FROM intake_ledger
                """)).isZero();
    }

    @Test
    void after_plan_service_was_restored_both_services_agree_again_on_what_it_knows() throws SQLException {
        burst(30);
        awaitPublished();
        running.platform().service(Service.PLAN).close();
        execute("postgres", "CREATE DATABASE plan_backup TEMPLATE plan");
        startPlan(Map.of());
        burst(30);
        awaitPublished();
        running.awaitTakenIn();
        long lost = count("plan", "SELECT count(*) FROM plan_line WHERE state = 'CREDITED'");
        running.platform().service(Service.PLAN).close();
        execute("postgres", "DROP DATABASE plan", "CREATE DATABASE plan TEMPLATE plan_backup OWNER plan_owner");
        execute("plan", "REVOKE ALL ON DATABASE plan FROM PUBLIC", "GRANT CONNECT ON DATABASE plan TO plan_app");

        running.platform().startService(Service.PLAN);
        assertThatThrownBy(() -> running.platform().awaitReady(Service.PLAN))
                .hasMessageContaining("this database was restored")
                .hasMessageContaining("PLAN_EPOCH_RAISE=true");
        startPlan(Map.of("PLAN_EPOCH_RAISE", "true"));
        burst(12);
        awaitPublished();
        running.awaitTakenIn();

        JsonNode reconciled = reconciled();
        assertThat(reconciled.path("total").asInt())
                .as(reconciled.toPrettyString())
                .isZero();
        long here = count("progress", "SELECT count(*) FROM plan_line WHERE state = 'CREDITED'");
        assertThat(here).isEqualTo(count("plan", "SELECT count(*) FROM plan_line WHERE state = 'CREDITED'"));
        assertThat(here).as("what was lost").isLessThan(lost);
        assertThat(count("progress", "SELECT count(*) FROM plan WHERE epoch <> 2"))
                .isZero();
    }

    private static void burst(int posts) {
        posted += posts;
        feed.burst(posts);
    }

    private static void startPlan(Map<String, String> more) {
        running.platform().startService(Service.PLAN, more);
        running.platform().awaitReady(Service.PLAN);
    }

    private static ApiClient progress() {
        return running.clients().agency(Service.PROGRESS);
    }

    private static boolean isRunning(String rebuild) {
        return progress()
                .get("/admin/rebuilds/" + rebuild)
                .path("state")
                .asText()
                .equals("RUNNING");
    }

    private static JsonNode reconciled() {
        String id = progress()
                .send("POST", "/admin/reconciliations", null, Map.of())
                .orFail("POST /admin/reconciliations")
                .path("id")
                .asText();
        return ended("/admin/reconciliations/" + id);
    }

    private static JsonNode ended(String path) {
        return Awaitility.await().atMost(LIMIT).until(() -> progress().get(path), answer -> !answer.path("state")
                .asText()
                .equals("RUNNING"));
    }

    /** All posts are answered, and all that they came to is on the topics. */
    private static void awaitPublished() {
        Awaitility.await("posts are answered").atMost(LIMIT).until(() -> feed.answered() == posted);
        Awaitility.await("the outbox is empty")
                .atMost(LIMIT)
                .until(() -> count("plan", "SELECT count(*) FROM outbox WHERE published_at IS NULL") == 0);
    }

    private static void execute(String database, String... statements) throws SQLException {
        try (Connection connection =
                        running.platform().postgres().superuser(database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long count(String database, String sql) throws SQLException {
        try (Connection connection =
                        running.platform().postgres().superuser(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
