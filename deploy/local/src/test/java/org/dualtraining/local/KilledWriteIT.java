package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.dualtraining.local.Cohort.College;
import org.dualtraining.local.Cohort.Trainee;
import org.dualtraining.testkit.TopicClient;
import org.dualtraining.testkit.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Kills plan-service with kill -9 at five points of one write, each time exactly there: a table that another session has
 * locked holds the write, and PostgreSQL says that it waits. The same request under the same key, sent again after the
 * restart, has one effect and one answer (guarantees R1, R7, R9).
 */
class KilledWriteIT {

    /** Where the write is held: the table, and the statement that waits for it. */
    private enum Point {
        KEY_IS_RESERVED("idempotency", "INSERT INTO idempotency"),
        COMPLETION_IS_STORED("course_completion", "INSERT INTO course_completion"),
        LINE_IS_CREDITED("plan_line", "UPDATE plan_line"),
        EVENT_IS_APPENDED("outbox", "INSERT INTO outbox");

        private final String table;
        private final String statement;

        Point(String table, String statement) {
            this.table = table;
            this.statement = statement;
        }
    }

    private static FreshPlatform running;
    private static College college;
    private static final List<Trainee> TRAINEES = new ArrayList<>();

    private int landed;

    @BeforeAll
    static void start() {
        running = FreshPlatform.start("killed-write");
        PublishedSeed seed = new SeedLoader(running.home().repository(), running.clients(), line -> {}).load();
        Cohort cohort = new Cohort(running.clients(), seed);
        cohort.addEmployer("Killed Clinic");
        college = cohort.addCollege("Killed College");
        cohort.map(
                college, "C1", List.of(seed.competencies().keySet().iterator().next()));
        for (int i = 0; i <= Point.values().length; i++) {
            TRAINEES.add(cohort.addTrainee("Killed Apprentice " + i, i));
        }
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void a_write_that_is_killed_anywhere_has_one_effect_and_one_answer_when_it_is_sent_again() throws Exception {
        long began = System.nanoTime();
        for (Point point : Point.values()) {
            Write write = new Write(TRAINEES.get(point.ordinal()));
            killAt(point, write);
            assertThat(write.rows()).as("rows after a kill at %s", point).isZero();
            restart();
            write.requireOneEffect(write.sendUntilAnswered());
        }
        Write write = new Write(TRAINEES.get(Point.values().length));
        String lost = killAfterCommit(write);
        assertThat(write.rows()).as("rows after a kill after the commit").isOne();
        restart();
        String answer = write.sendUntilAnswered();
        assertThat(lost).as("the reply that was cut").endsWith(answer);
        write.requireOneEffect(answer);

        System.out.printf(
                "KilledWriteIT: %d of %d kills landed at their point, in %d s%n",
                landed,
                Point.values().length + 1,
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
        assertThat(landed).isEqualTo(Point.values().length + 1);
    }

    private void killAt(Point point, Write write) throws SQLException {
        awaitPublished();
        try (Connection holding = database()) {
            holding.setAutoCommit(false);
            // keeps out who writes, not who asks whether a foreign key exists
            execute(holding, "LOCK TABLE " + point.table + " IN SHARE MODE");
            CompletableFuture<String> request = CompletableFuture.supplyAsync(
                    () -> write.send(running.platform().ports().address(Service.PLAN)));
            Awaitility.await("the write waits at " + point)
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> isWaiting(point));
            running.platform().service(Service.PLAN).kill();
            landed += isWaiting(point) ? 1 : 0;
            assertThat(request.handle((answer, failure) -> failure).join())
                    .as("the request got no answer")
                    .hasCauseInstanceOf(ApiClient.NoAnswer.class);
            holding.rollback();
        }
        awaitNoSession();
    }

    /** @return the reply that nobody got */
    private String killAfterCommit(Write write) {
        try (ReplyCutter cutter = new ReplyCutter(running.platform().ports().http(Service.PLAN))) {
            CompletableFuture<String> request = CompletableFuture.supplyAsync(() -> write.send(cutter.address()));
            Awaitility.await("the reply")
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> cutter.reply().contains("\r\n\r\n")
                            && cutter.reply().endsWith("}"));
            running.platform().service(Service.PLAN).kill();
            landed += request.isDone() ? 0 : 1;
            cutter.close();
            assertThat(request.handle((answer, failure) -> failure).join())
                    .as("the request got no answer")
                    .hasCauseInstanceOf(ApiClient.NoAnswer.class);
            return cutter.reply();
        }
    }

    private static void restart() {
        running.platform().startService(Service.PLAN);
        running.platform().awaitReady(Service.PLAN);
    }

    private static boolean isWaiting(Point point) {
        return count(
                        "SELECT count(*) FROM pg_stat_activity WHERE usename = 'plan_app' AND wait_event_type = 'Lock'"
                                + " AND query LIKE ?",
                        "%" + point.statement + "%")
                > 0;
    }

    private static void awaitPublished() {
        Awaitility.await("the outbox is empty")
                .atMost(Duration.ofSeconds(20))
                .until(() -> count("SELECT count(*) FROM outbox WHERE published_at IS NULL AND topic <> ?", "") == 0);
    }

    /** The sessions of the killed process end when PostgreSQL notices; what they had not committed is gone then. */
    private static void awaitNoSession() {
        Awaitility.await("the sessions of the killed service end")
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(10))
                .until(() -> count("SELECT count(*) FROM pg_stat_activity WHERE usename = ?", "plan_app") == 0);
    }

    /** One completion under one key, sent any number of times. */
    private static final class Write {

        private final String key = UUID.randomUUID().toString();
        private final Trainee trainee;
        private final ObjectNode body;

        Write(Trainee trainee) {
            this.trainee = trainee;
            this.body = Cohort.JSON
                    .createObjectNode()
                    .put("learnerId", trainee.learnerId())
                    .put("courseCode", "C1")
                    .put("completedOn", "2025-05-15")
                    .put("passed", true)
                    .put("sourceRecordId", trainee.learnerId());
        }

        /** @return the body of the answer, to the byte */
        String send(String address) {
            AtomicReference<HttpResponse<String>> response = new AtomicReference<>();
            ApiClient.Exchange http = ApiClient.Exchange.overHttp();
            ApiClient client = new ApiClient(address, running.clients().tokens().college(college.id()), request -> {
                response.set(http.send(request));
                return response.get();
            });
            client.send("POST", "/course-completions", body, Map.of("Idempotency-Key", key));
            return response.get().statusCode() + " " + response.get().body();
        }

        String sendUntilAnswered() {
            String address = running.platform().ports().address(Service.PLAN);
            return Awaitility.await("an answer")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> send(address), answer -> answer.startsWith("201 "))
                    .substring("201 ".length());
        }

        long rows() {
            return count("SELECT count(*) FROM course_completion WHERE learner_id = ?", trainee.learnerId());
        }

        void requireOneEffect(String answer) throws Exception {
            assertThat(sendUntilAnswered()).as("the answer once more").isEqualTo(answer);
            JsonNode receipt = Cohort.JSON.readTree(answer);
            assertThat(receipt.path("status").asText()).isEqualTo("ACCEPTED");
            assertThat(rows()).isOne();
            assertThat(count(
                            "SELECT count(*) FROM outbox WHERE topic = 'competency-completed' AND record_key = ?",
                            trainee.id().toString()))
                    .isOne();
            awaitPublished();
            try (TopicClient topics = new TopicClient(running.platform().kafka().bootstrapServers())) {
                assertThat(topics.readAll(Topics.COMPETENCY_COMPLETED).stream()
                                .filter(event -> new String(event.value(), StandardCharsets.UTF_8)
                                        .contains(receipt.path("completionId").asText()))
                                .map(event -> TopicClient.header(event, "ce_id"))
                                .distinct())
                        .hasSize(1);
            }
        }
    }

    private static Connection database() throws SQLException {
        return running.platform().postgres().superuser("plan").getConnection();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String sql, String argument) {
        try (Connection connection = database();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
