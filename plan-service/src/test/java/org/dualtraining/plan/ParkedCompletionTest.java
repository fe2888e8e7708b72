package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What waits is found, counted and taken in without touching what still waits. */
@PlanServiceTest
class ParkedCompletionTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_replay_takes_in_a_bounded_number_at_a_time_and_leaves_alone_what_still_waits() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        parties.map("MAPPED", 0);
        park(parties, "UNMAPPED_COURSE", 12_000, parties.learnerId, "MAPPED");
        park(parties, "UNKNOWN_LEARNER", 3_000, "stranger", "MAPPED");
        park(parties, "UNMAPPED_COURSE", 5_000, parties.learnerId, "UNMAPPED");
        String untouched = rowVersions(parties);

        parties.asCollege()
                .post("/api/v1/parked-completions/replay")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(10_000))
                .body("stillParked", equalTo(10_000))
                .body("more", equalTo(true));
        parties.asCollege()
                .post("/api/v1/parked-completions/replay")
                .then()
                .body("accepted", equalTo(2_000))
                .body("stillParked", equalTo(8_000))
                .body("more", equalTo(false));
        parties.asCollege()
                .post("/api/v1/parked-completions/replay")
                .then()
                .body("accepted", equalTo(0))
                .body("stillParked", equalTo(8_000))
                .body("more", equalTo(false));

        assertThat(rowVersions(parties)).isEqualTo(untouched);
        Parties.agency()
                .get("/api/v1/training-plans/" + plan)
                .then()
                .body("lines[0].state", equalTo("CREDITED"))
                .body("lines.findAll{it.state == 'CREDITED'}", hasSize(1));
    }

    @Test
    void an_employer_is_not_told_what_a_college_knows_of_whoever_it_names() {
        Parties parties = new Parties();
        parties.map("A", 0);
        park(parties, "UNKNOWN_LEARNER", 5, "stranger", "A");

        parties.asEmployer()
                .body(Map.of("providerId", parties.college, "learnerId", "stranger"))
                .post("/api/v1/apprentices/" + parties.apprentice + "/learner-ids")
                .then()
                .statusCode(201)
                .body("learnerId", equalTo("stranger"))
                .body("parkedCompletions", nullValue());
    }

    @Test
    void a_replay_is_narrowed_by_provider_course_and_learner() {
        Parties parties = new Parties();
        Parties other = new Parties();
        for (Parties each : List.of(parties, other)) {
            each.map("A", 0);
            each.map("B", 1);
            park(each, "UNMAPPED_COURSE", 3, each.learnerId, "A");
            park(each, "UNMAPPED_COURSE", 4, each.learnerId, "B");
            park(each, "UNKNOWN_LEARNER", 5, "late-" + each.learnerId, "A");
            Parties.agency()
                    .body(Map.of("providerId", each.college, "learnerId", "late-" + each.learnerId))
                    .post("/api/v1/apprentices/" + each.apprentice + "/learner-ids")
                    .then()
                    .statusCode(201)
                    .body("parkedCompletions", equalTo(5));
        }

        replayed(Parties.agency().post(replay("provider=" + parties.college + "&courseCode=B")), 4, 0);
        replayed(parties.asCollege().post(replay("learnerId=late-" + parties.learnerId)), 5, 0);
        replayed(parties.asCollege().post(replay("provider=" + other.college)), 0, 0);
        replayed(parties.asCollege().post(replay("courseCode=A")), 3, 0);
        replayed(other.asCollege().post(replay("learnerId=" + other.learnerId)), 7, 0);
        replayed(other.asCollege().post("/api/v1/parked-completions/replay"), 5, 0);
    }

    @Test
    void what_is_parked_is_listed_by_reason_course_and_learner() {
        Parties parties = new Parties();
        park(parties, "UNKNOWN_LEARNER", 2, "s1", "A");
        park(parties, "UNKNOWN_LEARNER", 3, "s2", "A");
        park(parties, "UNMAPPED_COURSE", 4, parties.learnerId, "B");

        listed(parties, "", 9);
        listed(parties, "&reason=UNMAPPED_COURSE", 4);
        listed(parties, "&courseCode=A", 5);
        listed(parties, "&courseCode=A&learnerId=s2", 3);
        listed(parties, "&reason=UNMAPPED_COURSE&learnerId=s2", 0);
        listed(new Parties(), "&provider=" + parties.college, 0);
        Parties.agency()
                .get("/api/v1/parked-completions?provider=" + parties.college)
                .then()
                .body("items", hasSize(9));
        parties.asCollege()
                .get("/api/v1/parked-completions?reason=BORED")
                .then()
                .statusCode(400);
    }

    @Test
    void the_summary_names_first_what_would_release_most() {
        Parties parties = new Parties();
        park(parties, "UNKNOWN_LEARNER", 2, "s1", "A");
        park(parties, "UNKNOWN_LEARNER", 7, "s2", "A");
        park(parties, "UNMAPPED_COURSE", 4, parties.learnerId, "B 1");
        park(parties, "UNMAPPED_COURSE", 4, parties.learnerId, "C");

        parties.asCollege()
                .get("/api/v1/parked-completions/summary")
                .then()
                .statusCode(200)
                .body("items.completions", contains(7, 4, 4, 2))
                .body("items.providerId", everyItem(equalTo(parties.college.toString())))
                .body("items[0].learnerId", equalTo("s2"))
                .body("items[0].courseCode", nullValue())
                .body("items[0].reason", equalTo("UNKNOWN_LEARNER"))
                .body("items[0].since", equalTo("2026-06-01T00:00:01Z"))
                .body("items[1].courseCode", equalTo("B 1"))
                .body("items[2].courseCode", equalTo("C"))
                .body("items[2].learnerId", nullValue());
        parties.asCollege()
                .get("/api/v1/parked-completions/summary?reason=UNMAPPED_COURSE")
                .then()
                .body("items.courseCode", contains("B 1", "C"));
        assertThat(pages(parties)).containsExactly("s2", "B 1", "C", "s1");
        new Parties()
                .asCollege()
                .get("/api/v1/parked-completions/summary?provider=" + parties.college)
                .then()
                .body("items", hasSize(0));
        Parties.agency().get("/api/v1/parked-completions/summary").then().body("items.size()", greaterThan(3));
        parties.asCollege()
                .get("/api/v1/parked-completions/summary?cursor=YWJj")
                .then()
                .statusCode(400);
    }

    private static List<String> pages(Parties parties) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = parties.asCollege().get("/api/v1/parked-completions/summary?limit=1" + cursor);
            seen.add(
                    page.path("items[0].courseCode") == null
                            ? page.path("items[0].learnerId")
                            : page.path("items[0].courseCode"));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
        return seen;
    }

    private static String replay(String query) {
        return "/api/v1/parked-completions/replay?" + query;
    }

    private static void replayed(Response answer, int accepted, int stillParked) {
        answer.then()
                .statusCode(200)
                .body("accepted", equalTo(accepted))
                .body("stillParked", equalTo(stillParked))
                .body("more", equalTo(false));
    }

    private static void listed(Parties parties, String query, int size) {
        parties.asCollege()
                .get("/api/v1/parked-completions?limit=50" + query)
                .then()
                .statusCode(200)
                .body("items", hasSize(size));
    }

    /** As if so many had come in a while ago. */
    private void park(Parties parties, String reason, int many, String learner, String course) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO course_completion (id, provider_id, source_record_id, source_record_version, learner_id,
                            course_code, completed_on, passed, state, parked_reason, received_at)
                        SELECT gen_random_uuid(), :college, :reason || :learner || :course || n, 1, :learner, :course,
                            date '2026-05-01', true, 'PARKED', :reason, timestamptz '2026-06-01Z' + n * interval '1 second'
                        FROM generate_series(1, :many) AS n
                        """)
                .bind("college", parties.college)
                .bind("reason", reason)
                .bind("learner", learner)
                .bind("course", course)
                .bind("many", many)
                .execute());
    }

    /** Which transaction wrote each row that a replay must not touch. */
    private String rowVersions(Parties parties) {
        return jdbi.withHandle(h ->
                h.createQuery("""
                        SELECT md5(string_agg(xmin || ' ' || ctid, ',' ORDER BY id)) FROM course_completion
                        WHERE provider_id = ? AND (learner_id = 'stranger' OR course_code = 'UNMAPPED')
                        """).bind(0, parties.college).mapTo(String.class).one());
    }
}
