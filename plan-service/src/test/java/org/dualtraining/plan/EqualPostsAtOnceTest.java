package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The same request from many callers at the same moment, for many keys (guarantees R7). */
@PlanServiceTest
class EqualPostsAtOnceTest {

    private static final int KEYS = 100;
    private static final int CALLERS = 32;

    /** Of each college: each credits one line, so each key has one event. */
    private static final int COURSES = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Jdbi jdbi;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Of each key, the answers that were different. */
    private final Map<String, List<String>> answers = new ConcurrentHashMap<>();

    private final AtomicInteger toldToComeAgain = new AtomicInteger();

    @Test
    void thirty_two_equal_posts_at_once_for_a_hundred_keys_are_one_row_one_event_and_one_answer_each()
            throws Exception {
        List<Parties> colleges =
                IntStream.range(0, KEYS / COURSES).mapToObj(i -> new Parties()).toList();
        colleges.forEach(college -> {
            college.activePlan();
            IntStream.range(0, COURSES).forEach(course -> college.map("C" + course, course));
        });
        List<String> tokens = colleges.stream()
                .map(college -> Parties.TOKENS.college(college.college))
                .toList();
        CyclicBarrier release = new CyclicBarrier(CALLERS);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        long began = System.nanoTime();
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            done.add(callers.submit(() -> {
                for (int key = 0; key < KEYS; key++) {
                    Parties college = colleges.get(key / COURSES);
                    byte[] body = JSON.writeValueAsBytes(college.completion("r" + key, "C" + key % COURSES));
                    String token = tokens.get(key / COURSES);
                    release.await();
                    postUntilAnswered("key-" + key, token, body);
                }
                return null;
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        callers.shutdown();
        System.out.printf(
                "EqualPostsAtOnceTest: %d requests in %d ms, %d were told to come again%n",
                KEYS * CALLERS, Duration.ofNanos(System.nanoTime() - began).toMillis(), toldToComeAgain.get());

        assertThat(answers).hasSize(KEYS).allSatisfy((key, different) -> assertThat(different)
                .as(key)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("201 "));
        for (Parties college : colleges) {
            assertThat(count("SELECT count(*) FROM course_completion WHERE provider_id = ?", college.college))
                    .isEqualTo(COURSES);
            String events = " FROM outbox WHERE topic = 'competency-completed' AND record_key = ?";
            String apprentice = college.apprentice.toString();
            assertThat(count("SELECT count(*)" + events, apprentice)).isEqualTo(COURSES);
            assertThat(count("SELECT count(DISTINCT payload #>> '{evidence,reference}')" + events, apprentice))
                    .isEqualTo(COURSES);
        }
    }

    /** A twin that is told to come again, or finds no free connection, comes again. */
    private void postUntilAnswered(String key, String token, byte[] body) {
        URI address = URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/course-completions");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInSameThread()
                .until(() -> {
                    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                    if (response.headers().firstValue("Retry-After").isPresent()) {
                        toldToComeAgain.incrementAndGet();
                        return false;
                    }
                    String answer = response.statusCode() + " " + response.body();
                    answers.compute(key, (k, before) -> with(before == null ? List.of() : before, answer));
                    return true;
                });
    }

    private static List<String> with(List<String> different, String answer) {
        if (different.contains(answer)) {
            return different;
        }
        List<String> more = new ArrayList<>(different);
        more.add(answer);
        return more;
    }

    private long count(String sql, Object argument) {
        return jdbi.withHandle(
                h -> h.createQuery(sql).bind(0, argument).mapTo(Long.class).one());
    }
}
