package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A completion that is sent again, under the same key or another (guarantees R7 to R9). */
@PlanServiceTest
class IdempotentPostTest {

    @Inject
    Jdbi jdbi;

    @Test
    void thirty_two_equal_posts_at_once_are_one_row_one_event_and_one_answer() throws Exception {
        Parties parties = new Parties();
        parties.activePlan();
        parties.map("HIMC1", 0);
        String key = UUID.randomUUID().toString();
        CountDownLatch released = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(32);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            answers.add(callers.submit(() -> {
                released.await();
                return parties.post(key, parties.completion("r1", "HIMC1"));
            }));
        }

        released.countDown();

        Set<String> bodies = new HashSet<>();
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
            bodies.add(answer.get().asString());
        }
        callers.shutdown();
        assertThat(bodies).hasSize(1);
        assertThat(count("SELECT count(*) FROM course_completion WHERE provider_id = ?", parties.college))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT count(*) FROM outbox WHERE topic = 'competency-completed' AND record_key = ?",
                        parties.apprentice.toString()))
                .isEqualTo(1);
    }

    @Test
    void a_key_with_another_body_is_refused_and_the_same_record_under_another_key_is_a_duplicate() {
        Parties parties = new Parties();
        parties.activePlan();
        parties.map("HIMC1", 0);
        parties.post("k1", parties.completion("r1", "HIMC1")).then().statusCode(201);

        parties.post("k1", parties.completion("r2", "HIMC1"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:dual-training:problem:idempotency-key-is-used"));
        parties.post("k2", parties.completion("r1", "HIMC1"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DUPLICATE"))
                .body("credited", hasSize(1));
        Map<String, Object> otherContent = parties.completion("r1", "HIMC1");
        otherContent.put("completedOn", "2026-01-01");
        parties.post("k3", otherContent)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:record-version-says-otherwise"));
        parties.post(null, parties.completion("r3", "HIMC1")).then().statusCode(400);
    }

    @Test
    void a_refusal_is_kept_under_its_key_like_any_other_answer() {
        Parties parties = new Parties();
        parties.map("HIMC1", 0);
        Map<String, Object> failing = parties.completion("r1", "HIMC1");
        failing.put("grade", "F");
        String first =
                parties.post("k1", failing).then().statusCode(422).extract().asString();

        assertThat(parties.post("k1", failing).then().statusCode(422).extract().asString())
                .isEqualTo(first);
        parties.post("k1", parties.completion("r1", "HIMC1"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:dual-training:problem:idempotency-key-is-used"));
    }

    private long count(String sql, Object argument) {
        return jdbi.withHandle(
                h -> h.createQuery(sql).bind(0, argument).mapTo(Long.class).one());
    }
}
