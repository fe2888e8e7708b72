package org.dualtraining.progress.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.dualtraining.progress.DatabaseAway;
import org.dualtraining.progress.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As after a restart, when everybody comes back at once: limits hold, and a place is free as soon as its reader is gone. */
@QuarkusTest
class BurstOfReadersTest {

    private static final int TOO_MANY = 60;

    @Inject
    StreamSettings settings;

    @Inject
    Readers readers;

    private final Door door = new Door();
    private final List<HttpResponse<InputStream>> answers = new ArrayList<>();

    /** A connection for each, as browsers of many people have. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    @AfterEach
    void nobodyReads() {
        hangUp();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(readers::isEmpty);
    }

    @Test
    void of_those_of_one_party_who_come_at_once_as_many_are_let_in_as_there_are_places() {
        String token = door.tokens().employer(UUID.randomUUID());
        int most = settings.maxReadersPerParty();

        assertThat(come(token, most + TOO_MANY)).containsExactly(most, TOO_MANY, 0);
        hangUp();
        awaitRoomFor(token);
        assertThat(come(token, most)).containsExactly(most - 1, 1, 0);
    }

    @Test
    void of_those_of_all_parties_who_come_at_once_as_many_are_let_in_as_there_are_places() {
        int most = settings.maxReaders();
        int parties = most / settings.maxReadersPerParty() + 1;
        List<String> tokens = IntStream.range(0, parties)
                .mapToObj(party -> door.tokens().employer(UUID.randomUUID()))
                .toList();
        List<String> ofEach = IntStream.range(0, most + TOO_MANY)
                .mapToObj(reader -> tokens.get(reader % parties))
                .toList();

        assertThat(come(ofEach)).containsExactly(most, 0, TOO_MANY);
    }

    @Test
    void a_stream_that_ends_with_its_token_leaves_a_place() {
        UUID employer = UUID.randomUUID();
        String token = door.tokens().employer(employer);
        int others = settings.maxReadersPerParty() - 1;
        assertThat(come(token, others)).containsExactly(others, 0, 0);
        String shortLived = door.tokens()
                .token()
                .role("employer")
                .claim("employer_id", employer.toString())
                .validFor(Duration.ofSeconds(8))
                .mint();
        assertThat(come(shortLived, 1)).containsExactly(1, 0, 0);
        assertThat(come(token, 1)).containsExactly(0, 1, 0);

        awaitRoomFor(token);
    }

    @Test
    void a_stream_that_fails_before_it_begins_leaves_a_place() {
        String token = door.tokens().employer(UUID.randomUUID());
        try (DatabaseAway away = new DatabaseAway()) {
            assertThat(come(token, 10)).containsExactly(0, 0, 10);
        }
        awaitRoomFor(token);
        int most = settings.maxReadersPerParty();
        assertThat(come(token, most)).containsExactly(most - 1, 1, 0);
    }

    /** One more is let in, and stays. */
    private void awaitRoomFor(String token) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> come(token, 1), List.of(1, 0, 0)::equals);
    }

    private List<Integer> come(String token, int count) {
        return come(IntStream.range(0, count).mapToObj(reader -> token).toList());
    }

    /** How many were let in, and refused with 429 and 503. */
    private List<Integer> come(List<String> tokens) {
        List<CompletableFuture<HttpResponse<InputStream>>> coming = tokens.stream()
                .map(token -> http.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/events"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofInputStream()))
                .toList();
        List<HttpResponse<InputStream>> came =
                coming.stream().map(CompletableFuture::join).toList();
        answers.addAll(came);
        return IntStream.of(200, 429, 503)
                .mapToObj(status -> (int) came.stream()
                        .filter(answer -> answer.statusCode() == status)
                        .count())
                .toList();
    }

    private void hangUp() {
        answers.forEach(answer -> {
            try {
                answer.body().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        answers.clear();
    }
}
