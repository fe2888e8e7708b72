package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A completion that is sent again, under the same key or another (guarantees R7 to R9). */
@PlanServiceTest
class IdempotentPostTest {

    @Inject
    Jdbi jdbi;

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

    @Test
    void a_body_is_the_same_whatever_the_order_of_members_blanks_and_escapes() {
        Parties parties = new Parties();
        parties.map("HIMC1", 0);
        String plain = """
                {"learnerId":"%s","courseCode":"HIMC1","completedOn":"2026-05-15","grade":"A","sourceRecordId":"r1",\
                "sourceRecordVersion":2}""".formatted(parties.learnerId);
        String same = """
                { "sourceRecordVersion" : 2, "evidenceUrl" : null,
                  "sourceRecordId":"r1", "grade":"\\u0041" , "completedOn":"2026-05-15","courseCode":"HIMC1",
                  "learnerId":"%s" }""".formatted(parties.learnerId);
        String answer =
                parties.post("k1", plain).then().statusCode(201).extract().asString();

        assertThat(parties.post("k1", same).then().statusCode(201).extract().asString())
                .isEqualTo(answer);
    }

    @Test
    void what_cannot_be_read_uses_no_key() {
        Parties parties = new Parties();
        parties.map("HIMC1", 0);
        Map<String, Object> broken = parties.completion("r1", "HIMC1");
        broken.put("sourceRecordVersion", 1.0);

        parties.post("k1", broken).then().statusCode(400).body("errors[0].pointer", equalTo("/sourceRecordVersion"));

        parties.post("k1", parties.completion("r1", "HIMC1")).then().statusCode(201);
    }

    @Test
    void another_college_may_use_the_same_key() {
        Parties one = new Parties();
        Parties other = new Parties();
        String first = one.post("k1", one.completion("r1", "HIMC1"))
                .then()
                .statusCode(201)
                .extract()
                .path("completionId");

        other.post("k1", other.completion("r1", "HIMC1"))
                .then()
                .statusCode(201)
                .body("completionId", not(equalTo(first)));
    }

    @Test
    void a_request_that_finds_the_database_busy_leaves_nothing_behind() {
        Parties parties = new Parties();
        parties.map("HIMC1", 0);
        QuarkusTransaction.begin();
        jdbi.useHandle(h -> h.execute("LOCK TABLE course_completion IN EXCLUSIVE MODE"));
        parties.post("k1", parties.completion("r1", "HIMC1"))
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
        QuarkusTransaction.rollback();
        assertThat(count("SELECT count(*) FROM idempotency WHERE party = ?", "provider:" + parties.college))
                .isZero();

        parties.post("k1", parties.completion("r2", "HIMC1")).then().statusCode(201);
    }

    @Test
    void a_twin_that_waits_long_is_told_to_come_again() {
        Parties parties = new Parties();
        parties.map("HIMC1", 0);
        QuarkusTransaction.begin();
        jdbi.useHandle(h -> h.execute(
                "INSERT INTO idempotency (party, route, key, body_hash) VALUES (?, 'course-completions', 'k1', '')",
                "provider:" + parties.college));
        parties.post("k1", parties.completion("r1", "HIMC1"))
                .then()
                .statusCode(409)
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("urn:dual-training:problem:twin-is-at-work"));
        QuarkusTransaction.rollback();

        parties.post("k1", parties.completion("r1", "HIMC1")).then().statusCode(201);
    }

    private long count(String sql, Object argument) {
        return jdbi.withHandle(
                h -> h.createQuery(sql).bind(0, argument).mapTo(Long.class).one());
    }
}
