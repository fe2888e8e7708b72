package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who sends completions, and who fell silent. */
@PlanServiceTest
class CompletionSourceResourceTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_college_sees_when_it_last_sent_something() {
        Parties parties = new Parties();
        parties.map("HIMC1", 0);
        parties.asCollege()
                .get("/api/v1/completion-sources")
                .then()
                .statusCode(200)
                .body("items.providerId", contains(parties.college.toString()))
                .body("items[0].lastReceivedAt", nullValue())
                .body("items[0].newInLast24Hours", equalTo(0));

        parties.post("k1", parties.completion("r1", "HIMC1")).then().statusCode(201);

        parties.asCollege()
                .get("/api/v1/completion-sources")
                .then()
                .body("items[0].newInLast24Hours", equalTo(1))
                .body("items[0].newInLast30Days", equalTo(1));
        assertThat(lastReceived(parties)).isAfter(Instant.now().minus(1, ChronoUnit.MINUTES));
    }

    @Test
    void a_file_of_duplicates_ends_the_silence_too() {
        Parties parties = new Parties();
        parties.map("HIMC1", 0);
        parties.post("k1", parties.completion("r1", "HIMC1")).then().statusCode(201);
        Instant longAgo = Instant.now().minus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        silentSince(parties.college, longAgo);
        assertThat(lastReceived(parties)).isEqualTo(longAgo);

        // written at most every few seconds
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    parties.asCollege()
                            .body(List.of(parties.completion("r1", "HIMC1")))
                            .post("/api/v1/course-completions/batch")
                            .then()
                            .statusCode(200)
                            .body("status", contains("DUPLICATE"));
                    assertThat(lastReceived(parties)).isAfter(longAgo);
                });
    }

    @Test
    void scores_and_statements_end_the_silence_even_when_they_are_no_completions() {
        Scores scores = new Scores();
        scores.postScore(scores.score(-1, "2026-05-15T08:00:00Z")).then().statusCode(400);
        scores.parties
                .asCollege()
                .get("/api/v1/completion-sources")
                .then()
                .body("items[0].lastReceivedAt", nullValue());
        Map<String, Object> interim = scores.score(50, "2026-05-15T08:00:00Z");
        interim.put("gradingProgress", "Pending");
        scores.postScore(interim).then().statusCode(200);
        assertThat(lastReceived(scores.parties)).isAfter(Instant.EPOCH);

        Scores other = new Scores();
        other.postStatements(List.of(other.statement("launched"))).then().statusCode(200);
        assertThat(lastReceived(other.parties)).isAfter(Instant.EPOCH);
    }

    @Test
    void an_agency_finds_the_silent_ones() {
        Parties silent = new Parties();
        Parties never = new Parties();
        Parties loud = new Parties();
        silentSince(silent.college, Instant.now().minus(3, ChronoUnit.DAYS));
        loud.post("k1", loud.completion("r1", "C")).then().statusCode(201);

        List<String> found = allProviders("?silentSince=" + Instant.now().minus(2, ChronoUnit.DAYS));

        assertThat(found)
                .contains(silent.college.toString(), never.college.toString())
                .doesNotContain(loud.college.toString());
        assertThat(allProviders("")).contains(loud.college.toString());
        silent.asEmployer().get("/api/v1/completion-sources").then().statusCode(403);
        Parties.agency()
                .get("/api/v1/completion-sources?silentSince=yesterday")
                .then()
                .statusCode(400);
    }

    private static List<String> allProviders(String query) {
        List<String> found = new ArrayList<>();
        @Nullable String next = "";
        while (next != null) {
            JsonPath page = Parties.agency()
                    .queryParam("limit", 200)
                    .get("/api/v1/completion-sources" + query
                            + (next.isEmpty() ? "" : (query.isEmpty() ? "?" : "&") + "cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.providerId"));
            next = page.getString("next");
        }
        return found;
    }

    private void silentSince(UUID provider, Instant time) {
        jdbi.useHandle(h -> h.execute("""
                INSERT INTO completion_source (provider_id, last_received_at) VALUES (?, ?)
                ON CONFLICT (provider_id) DO UPDATE SET last_received_at = excluded.last_received_at
                """, provider, time));
    }

    private static Instant lastReceived(Parties parties) {
        return Instant.parse(parties.asCollege()
                .get("/api/v1/completion-sources")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].lastReceivedAt"));
    }
}
