package org.dualtraining.progress.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventsResourceTest {

    @Inject
    Jdbi jdbi;

    @Inject
    Readers readers;

    private final Facts facts = new Facts();
    private final Door door = new Door();
    private final TopicClient kafka = Door.kafka();
    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID employer = UUID.randomUUID();
    private final List<Listening> listening = new ArrayList<>();

    @AfterEach
    void disconnect() {
        listening.forEach(Listening::close);
        kafka.close();
    }

    private Listening listen(String token, @Nullable String lastEventId) {
        Listening begun = Listening.begin(http, token, lastEventId);
        listening.add(begun);
        return begun;
    }

    private Listening listenAsEmployer(@Nullable String lastEventId) {
        return listen(door.tokens().employer(employer), lastEventId);
    }

    @Test
    void what_enters_through_kafka_comes_out_of_the_stream() {
        Listening reader = listen(door.tokens().employer(facts.employerId), null);
        facts.sendPlan(kafka);
        facts.sendRule(kafka, 1, Map.of("competency", facts.competencies.get(0)));
        reader.await(event -> event.name().equals("progress"));
        facts.sendCompletion(kafka, 0);

        reader.await(event -> event.name().equals("eligibility") && event.has("\"eligible\":true"));
        reader.await(event -> event.name().equals("progress") && event.has("\"credited\":1"));
        assertThat(reader.data()).allMatch(data -> data.contains(facts.planId.toString()));
    }

    @Test
    void a_reader_who_comes_back_goes_on_exactly_where_it_was() {
        Listening first = listenAsEmployer(null);
        ChangesWritten.write(jdbi, employer, 500);
        first.await(event -> event.has("\"total\":500"));
        for (int seen : new int[] {1, 250, 499}) {
            Listening again = listenAsEmployer(first.events().get(seen - 1).id());
            again.await(event -> event.has("\"total\":500"));
            assertThat(again.data()).isEqualTo(first.data().subList(seen, 500));
        }
    }

    @Test
    void what_changes_between_two_readings_is_not_missed() {
        Listening first = listenAsEmployer(null);
        ChangesWritten.write(jdbi, employer, 1, 1);
        String last = first.await(event -> event.has("\"total\":1,")).id();
        ChangesWritten.write(jdbi, employer, 2, 40);

        Listening again = listenAsEmployer(last);
        again.await(event -> event.has("\"total\":40"));
        assertThat(numbers(again))
                .isEqualTo(IntStream.rangeClosed(2, 40).boxed().toList());
    }

    @Test
    void an_id_that_is_none_starts_over() {
        for (String unknown : List.of("1", "-5", "first", "A".repeat(48), "A".repeat(200))) {
            Listening reader = listenAsEmployer(unknown);
            reader.await(event -> event.name().equals("reset"));
            assertThat(reader.events()).hasSize(1);
        }
    }

    @Test
    void an_id_of_another_party_starts_over() {
        Listening agency = listen(door.tokens().agency(), null);
        ChangesWritten.write(jdbi, employer, 3);
        String seen = agency.await(event -> event.has("\"total\":1,")).id();

        listenAsEmployer(seen).await(event -> event.name().equals("reset"));
    }

    @Test
    void a_reader_who_was_away_too_long_starts_over_and_then_goes_on() {
        Listening first = listenAsEmployer(null);
        ChangesWritten.write(jdbi, employer, 1);
        String seen = first.await(event -> event.has("\"total\":1,")).id();
        ChangesWritten.write(jdbi, UUID.randomUUID(), ChangeTail.KEPT + 1);

        Listening again = listenAsEmployer(seen);
        again.await(event -> event.name().equals("reset"));
        ChangesWritten.write(jdbi, employer, 7, 7);
        again.await(event -> event.has("\"total\":7,"));
        assertThat(again.events()).hasSize(2);
    }

    @Test
    void a_reset_reaches_every_reader() {
        List<Listening> all = List.of(
                listen(door.tokens().agency(), null),
                listenAsEmployer(null),
                listen(door.tokens().dashboard(), null));
        ChangesWritten.writeReset(jdbi);
        for (Listening each : all) {
            Listening.Event reset = each.await(event -> event.name().equals("reset"));
            assertThat(reset.data()).matches("\\{\"changedAt\":\"[^\"]+\"}");
        }
    }

    @Test
    void a_plan_that_moves_is_seen_by_its_old_employer_until_then_and_by_the_new_one_after() {
        UUID old = facts.employerId;
        Listening before = listen(door.tokens().employer(old), null);
        facts.sendPlan(kafka);
        Listening.Event ofOld = before.await(event -> event.has(facts.planId.toString()));

        facts.employerId = employer;
        Listening after = listenAsEmployer(null);
        facts.sendPlan(kafka);
        after.await(event -> event.has(facts.planId.toString()));
        facts.sendCompletion(kafka, 0);
        after.await(event -> event.has("\"credited\":1"));

        assertThat(before.events()).containsExactly(ofOld);
        Listening oldAgain = listen(door.tokens().employer(old), ofOld.id()).awaitComment("heartbeat");
        assertThat(oldAgain.events()).isEmpty();
        assertThat(after.data()).noneMatch(data -> data.equals(ofOld.data()));
    }

    @Test
    void another_employer_sees_nothing_and_a_dashboard_nobody() {
        Listening stranger = listenAsEmployer(null);
        Listening dashboard = listen(door.tokens().dashboard(), null);
        facts.sendPlan(kafka);
        facts.sendCompletion(kafka, 0);
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 1);

        dashboard.await(event -> event.name().equals("dashboard"));
        assertThat(dashboard.data()).allMatch(data -> data.matches("\\{\"changedAt\":\"[^\"]+\"}"));
        stranger.awaitComment("heartbeat");
        assertThat(stranger.events()).isEmpty();
    }

    @Test
    void a_heartbeat_moves_the_place_of_one_who_sees_nothing() {
        Listening stranger = listenAsEmployer(null).awaitComment("heartbeat");
        String early = stranger.lastId();
        ChangesWritten.write(jdbi, UUID.randomUUID(), 10);
        Awaitility.await().until(() -> !stranger.lastId().equals(early));
        ChangesWritten.write(jdbi, UUID.randomUUID(), ChangeTail.KEPT - 5);
        Awaitility.await().until(() -> {
            String id = stranger.lastId();
            Listening again = listenAsEmployer(id).awaitComment("heartbeat");
            return again.events().isEmpty();
        });
    }

    @Test
    void ids_tell_nothing_about_how_much_happens_elsewhere() {
        Listening reader = listenAsEmployer(null);
        ChangesWritten.write(jdbi, employer, 50);
        reader.await(event -> event.has("\"total\":50"));
        List<String> ids = reader.events().stream().map(Listening.Event::id).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9_-]{48}"));
        assertThat(ids).isNotEqualTo(ids.stream().sorted().toList());
    }

    @Test
    void the_stream_ends_with_the_token() {
        String token = door.tokens()
                .token()
                .role("agency")
                .validFor(Duration.ofSeconds(3))
                .mint();
        long begin = System.nanoTime();
        listen(token, null).awaitEnd();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void a_reader_who_takes_nothing_is_cut_off() throws IOException {
        Awaitility.await().until(readers::isEmpty);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(2048);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.getOutputStream()
                    .write(("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + door.tokens().employer(employer) + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            Awaitility.await().until(() -> !readers.isEmpty());
            // more than the network takes on its way
            ChangesWritten.write(jdbi, employer, ChangeTail.KEPT - 1000);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(readers::isEmpty);
        }
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

    private static List<Integer> numbers(Listening reader) {
        return reader.data().stream().map(EventsResourceTest::number).toList();
    }

    private static int number(String data) {
        Matcher total = Pattern.compile("\"total\":(\\d+)").matcher(data);
        assertThat(total.find()).isTrue();
        return Integer.parseInt(total.group(1));
    }
}
