package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.dualtraining.testkit.TopicClient;
import org.dualtraining.testkit.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Asks services to stop while requests, and progress-service while records and a reader of the event stream too, keep them
 * busy: nothing that they have begun is dropped, and they are gone soon (guarantees R21, D17).
 */
class StopIT {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
    private static final int CALLERS = 4;

    private static FreshPlatform running;

    private final AtomicBoolean goOn = new AtomicBoolean(true);
    private final AtomicInteger answered = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> dropped = new ConcurrentLinkedQueue<>();
    private final ExecutorService busy = Executors.newCachedThreadPool();

    @BeforeAll
    static void start() {
        running = FreshPlatform.start("stop");
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void a_service_that_is_asked_to_stop_finishes_what_it_has_begun_and_is_gone_soon() throws Exception {
        CompletableFuture<Void> streamEnded = readEvents();
        busy.submit(this::send);
        callAllTheTime(Service.PROGRESS, "/api/v1/admin/intake");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> answered.get() > 50 && received() > 200);

        stopInTimeAndDropNothing(Service.PROGRESS);

        System.out.printf("StopIT: %d records received%n", received());
        assertThat(streamEnded).succeedsWithin(Duration.ofSeconds(1));
        assertThat(running.committed()).isEqualTo(ledger());
        assertThat(count("SELECT count(*) FROM outbox WHERE published_at IS NULL"))
                .as("events that were not relayed")
                .isZero();
        assertThat(count("SELECT count(*) FROM outbox")).isPositive();
    }

    @Test
    void plan_service_answers_what_it_was_asked_before_it_goes() throws Exception {
        callAllTheTime(Service.PLAN, "/api/v1/training-plans");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> answered.get() > 50);

        stopInTimeAndDropNothing(Service.PLAN);
    }

    @Test
    void catalog_service_answers_what_it_was_asked_before_it_goes() throws Exception {
        callAllTheTime(Service.CATALOG, "/api/v1/frameworks");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> answered.get() > 50);

        stopInTimeAndDropNothing(Service.CATALOG);
    }

    private void stopInTimeAndDropNothing(Service service) throws InterruptedException {
        long begin = System.nanoTime();
        running.platform().service(service).close();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        goOn.set(false);
        busy.shutdown();
        assertThat(busy.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        System.out.printf(
                "StopIT: %s gone after %d ms, %d requests answered, dropped: %s%n",
                service, took.toMillis(), answered.get(), dropped);
        assertThat(took).isLessThan(LONGEST_STOP);
        assertThat(dropped).isEmpty();
    }

    /** Completed when the service ends the stream as a stream is ended, and not by dropping the connection. */
    private CompletableFuture<Void> readEvents() {
        HttpResponse<Stream<String>> stream = HttpClient.newHttpClient()
                .sendAsync(request("/api/v1/events"), HttpResponse.BodyHandlers.ofLines())
                .join();
        return CompletableFuture.runAsync(() -> stream.body().forEach(line -> {}), busy);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(running.platform().ports().address(Service.PROGRESS) + path))
                .header("Authorization", "Bearer " + running.clients().tokens().agency())
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    /** Facts that have to wait for their plan, and now and then a record that is none, which makes a dead letter. */
    private void send() {
        try (TopicClient topics = new TopicClient(running.platform().kafka().bootstrapServers())) {
            for (int i = 0; goOn.get(); i++) {
                UUID id = UUID.randomUUID();
                topics.send(Topics.COMPETENCY_COMPLETED, id.toString(), headers(id, i % 10 == 9), fact(id));
            }
        }
    }

    private static Map<String, String> headers(UUID id, boolean isPoison) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", id.toString(),
                "ce_source", "/plan-service",
                "ce_type", "org.dualtraining.competency-completed.v1"));
        if (isPoison) {
            headers.remove("ce_type");
        }
        return headers;
    }

    private static String fact(UUID id) {
        return """
                {"planId": "%1$s", "lineId": "%1$s", "apprenticeId": "%1$s", "competencyId": "%1$s",
                 "frameworkId": "%1$s", "frameworkVersion": 1, "delivery": "ON_THE_JOB", "basis": "SIGN_OFF",
                 "completedOn": "2026-05-15", "rating": 3, "providerId": null,
                 "evidence": {"kind": "SIGN_OFF", "reference": "%1$s"}, "epoch": 1, "version": 1,
                 "recordedAt": "2026-05-16T14:03:11Z"}
                """.formatted(id);
    }

    private void callAllTheTime(Service service, String path) {
        for (int i = 0; i < CALLERS; i++) {
            busy.submit(() -> call(service, path));
        }
    }

    /** Calls as a load balancer lets through: as long as the service says that it is ready. */
    private void call(Service service, String path) {
        Ports ports = running.platform().ports();
        String health = "http://127.0.0.1:" + ports.management(service) + "/q/health/ready";
        String address = ports.address(service) + path;
        while (goOn.get()) {
            try {
                if (status(health) != 200) {
                    return;
                }
            } catch (IOException gone) {
                return;
            }
            try {
                int status = status(address);
                if (status == 200) {
                    answered.incrementAndGet();
                } else {
                    dropped.add("status " + status);
                }
            } catch (IOException cut) {
                dropped.add(cut.toString());
                return;
            }
        }
    }

    /** On a connection of its own: one that is kept may be closed while the next request is on its way. */
    private int status(String address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty(
                "Authorization", "Bearer " + running.clients().tokens().agency());
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(30_000);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private static Map<TopicPartition, Long> ledger() throws SQLException {
        Map<TopicPartition, Long> next = new HashMap<>();
        try (Connection connection =
                        running.platform().postgres().superuser("progress").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT topic, partition, next_offset FROM intake_ledger")) {
            while (rows.next()) {
                next.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return next;
    }

    private static long received() {
        try {
            return count("SELECT coalesce(sum(received), 0) FROM intake_ledger");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection =
                        running.platform().postgres().superuser("progress").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
