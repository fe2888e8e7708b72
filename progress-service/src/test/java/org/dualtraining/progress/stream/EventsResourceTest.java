package org.dualtraining.progress.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventsResourceTest {

    private final Facts facts = new Facts();
    private final Door door = new Door();
    private final TopicClient kafka = Door.kafka();
    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void disconnect() {
        readers.shutdownNow();
        kafka.close();
    }

    @Test
    void a_reader_who_comes_back_misses_nothing() {
        List<String> lines = read(door.tokens().employer(facts.employerId), null);
        facts.sendPlan(kafka);
        facts.sendRule(kafka, 1, Map.of("competency", facts.competencies.get(0)));
        await(lines, "id:");
        String first = idOfFirst(lines);
        facts.sendCompletion(kafka, 0);
        awaitData(lines, "\"eligible\":true");
        assertThat(lines).contains("event:progress", "event:eligibility");
        assertThat(data(lines)).anyMatch(data -> data.contains("\"credited\":1"));
        assertThat(data(lines)).allMatch(data -> data.contains(facts.planId.toString()));

        List<String> resumed = read(door.tokens().employer(facts.employerId), first);
        awaitData(resumed, "\"eligible\":true");
        assertThat(data(resumed)).isEqualTo(data(lines).subList(1, data(lines).size()));
    }

    @Test
    void an_id_that_nobody_gave_starts_over() {
        for (String unknown : List.of("999999999999", "-5", "first")) {
            List<String> lines = read(door.tokens().agency(), unknown);
            await(lines, "event:reset");
        }
    }

    @Test
    void another_employer_sees_nothing_and_a_dashboard_nobody() {
        List<String> stranger = read(door.tokens().employer(UUID.randomUUID()), null);
        List<String> dashboard = read(door.tokens().dashboard(), null);
        await(stranger, ":heartbeat");
        await(dashboard, ":heartbeat");
        facts.sendPlan(kafka);
        facts.sendCompletion(kafka, 0);
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 1);

        awaitData(dashboard, "changedAt");
        assertThat(dashboard).contains("event:dashboard");
        assertThat(data(dashboard)).isNotEmpty().allMatch(data -> data.matches("data:\\{\"changedAt\":\"[^\"]+\"}"));
        assertThat(data(stranger)).isEmpty();
    }

    @Test
    void the_stream_ends_with_the_token() {
        String token = door.tokens()
                .token()
                .role("agency")
                .validFor(Duration.ofSeconds(3))
                .mint();
        List<String> lines = read(token, null);
        await(lines, "the end");
    }

    @Test
    void colleges_and_apprentices_are_refused() {
        for (String token :
                List.of(door.tokens().college(UUID.randomUUID()), door.tokens().apprentice(UUID.randomUUID()))) {
            assertThat(door.get(token, "/events").statusCode()).isEqualTo(403);
        }
        assertThat(door.get(door.tokens().token().role("employer").mint(), "/events")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().get("/api/v1/events").statusCode()).isEqualTo(401);
    }

    /** The lines as they come, without blanks after the colon; "the end" when the stream is closed. */
    private List<String> read(String token, @Nullable String lastEventId) {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        readers.submit(() -> {
            try (Stream<String> stream = http.send(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .body()) {
                stream.forEach(line -> lines.add(line.replaceFirst(": +", ":")));
            } catch (IOException cut) {
                lines.add("cut off");
            }
            lines.add("the end");
            return null;
        });
        await(lines, "");
        return lines;
    }

    private static void await(List<String> lines, String start) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> lines.stream()
                .anyMatch(line -> line.startsWith(start)));
    }

    private static void awaitData(List<String> lines, String part) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> data(lines).stream()
                .anyMatch(data -> data.contains(part)));
    }

    private static List<String> data(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("data:")).toList();
    }

    private static String idOfFirst(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .map(line -> line.substring("id:".length()))
                .orElseThrow();
    }
}
