package org.dualtraining.progress.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ManyReadersTest {

    private static final int READERS = 500;
    private static final int CHANGES = 1_000;

    @Inject
    Jdbi jdbi;

    @Inject
    StreamSettings settings;

    @Inject
    Readers readers;

    private final Door door = new Door();

    @Test
    void five_hundred_readers_each_get_each_change_once_and_in_order_and_one_too_many_is_refused() {
        Awaitility.await().until(readers::isEmpty);
        // a connection for each, as browsers of many people have
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String token = door.tokens().agency();
        List<Counting> all = new ArrayList<>();
        int threadsBefore = Thread.activeCount();
        for (int i = 0; i < settings.maxReadersPerParty(); i++) {
            all.add(Counting.begin(http, token));
        }
        assertThat(all.size()).isGreaterThanOrEqualTo(READERS);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> all.stream()
                .allMatch(reader -> reader.hasBegun));
        System.out.printf("%d readers, %d more threads%n", all.size(), Thread.activeCount() - threadsBefore);
        Response tooMany = door.get(token, "/events");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.header("Retry-After")).isNotNull();
        assertThat(tooMany.contentType()).startsWith("application/problem+json");

        long begin = System.nanoTime();
        for (int n = 1; n <= CHANGES; n += 20) {
            ChangesWritten.write(jdbi, UUID.randomUUID(), n, n + 19);
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> all.stream()
                .allMatch(reader -> reader.seen.get() >= CHANGES || reader.wrong != null));
        System.out.printf(
                "%d readers each got %d changes after %d ms%n",
                all.size(), CHANGES, (System.nanoTime() - begin) / 1_000_000);
        assertThat(all).allSatisfy(reader -> {
            assertThat(reader.wrong).isNull();
            assertThat(reader.seen).hasValue(CHANGES);
        });
        all.forEach(Counting::hangUp);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(readers::isEmpty);
    }

    /** A reader that only counts, so that five hundred of them fit beside the service under test. */
    private static final class Counting implements Flow.Subscriber<String> {

        private static final Pattern NUMBER = Pattern.compile("\"total\":(\\d+)");

        private final AtomicInteger seen = new AtomicInteger();
        private volatile boolean hasBegun;
        private volatile @Nullable String wrong;
        private volatile Flow.@Nullable Subscription subscription;

        static Counting begin(HttpClient http, String token) {
            Counting counting = new Counting();
            CompletableFuture<?> unused = http.sendAsync(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/events"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.fromLineSubscriber(counting));
            return counting;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.contains("welcome")) {
                hasBegun = true;
            }
            Matcher number = NUMBER.matcher(line);
            if (number.find() && Integer.parseInt(number.group(1)) != seen.incrementAndGet()) {
                wrong = "number " + number.group(1) + " came as number " + seen.get();
            }
        }

        @Override
        public void onError(Throwable cut) {
            wrong = wrong == null ? cut.toString() : wrong;
        }

        @Override
        public void onComplete() {
            wrong = wrong == null ? "the stream ended" : wrong;
        }

        void hangUp() {
            Flow.Subscription known = subscription;
            if (known != null) {
                known.cancel();
            }
        }
    }
}
