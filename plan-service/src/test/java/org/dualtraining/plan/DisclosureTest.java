package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** Each read of a person's data by somebody else leaves an entry, or gives no data. */
@PlanServiceTest
class DisclosureTest {

    @Inject
    Jdbi jdbi;

    @Test
    void each_read_by_somebody_else_says_who_what_why_and_when() {
        Parties parties = new Parties();
        UUID plan = parties.draftPlan();
        String person = "/api/v1/apprentices/" + parties.apprentice;
        parties.asEmployer().get(person).then().statusCode(200);
        Parties.agency().header("Purpose", "audit of 2026").get(person + "/learner-ids");
        parties.asEmployer().get("/api/v1/training-plans/" + plan).then().statusCode(200);

        disclosures(parties)
                .body("items.ordinal", contains(3, 2, 1))
                .body("items.what", contains("TRAINING_PLAN", "LEARNER_IDS", "APPRENTICE"))
                .body("items.role", contains("employer", "agency", "employer"))
                .body("items[0].partyId", equalTo(parties.employer.toString()))
                .body("items[0].purpose", equalTo("training of the employer's apprentice"))
                .body("items[0].subject", notNullValue())
                .body("items[0].disclosedAt", notNullValue())
                .body("items[1].partyId", nullValue())
                .body("items[1].purpose", equalTo("audit of 2026"));
        verification(parties).body("entries", equalTo(3)).body("intact", equalTo(true));
    }

    @Test
    void a_list_leaves_an_entry_for_each_person_on_the_page_and_for_no_other() {
        Parties parties = new Parties();
        UUID second = anotherApprenticeOf(parties);
        UUID beyondThePage = anotherApprenticeOf(parties);
        Parties other = new Parties();
        other.draftPlan();

        parties.asEmployer().get("/api/v1/apprentices?limit=2").then().body("items", hasSize(2));
        parties.asEmployer().get("/api/v1/training-plans").then().body("items", hasSize(0));
        other.asEmployer().get("/api/v1/training-plans").then().body("items", hasSize(1));

        assertThat(entriesOf(parties.apprentice)).containsExactly("APPRENTICE");
        assertThat(entriesOf(second)).containsExactly("APPRENTICE");
        assertThat(entriesOf(beyondThePage)).isEmpty();
        assertThat(entriesOf(other.apprentice)).containsExactly("TRAINING_PLAN");
    }

    @Test
    void a_read_of_completions_is_disclosed_for_everybody_whose_learner_id_is_known() {
        Parties parties = new Parties();
        String parked = parties.post("k1", parties.completion("r1", "C")).path("completionId");
        parties.map("D", 0);
        String accepted = parties.post("k2", parties.completion("r2", "D")).path("completionId");

        parties.asCollege().get("/api/v1/course-completions/" + parked).then().statusCode(200);
        assertThat(entriesOf(parties.apprentice)).containsExactly("COURSE_COMPLETION");
        parties.asCollege().get("/api/v1/course-completions/" + accepted).then().statusCode(200);
        parties.asCollege().get("/api/v1/course-completions").then().body("items", hasSize(2));

        disclosures(parties)
                .body("items.what", contains("COURSE_COMPLETION", "COURSE_COMPLETION", "COURSE_COMPLETION"))
                .body("items[0].role", equalTo("college"))
                .body("items[0].partyId", equalTo(parties.college.toString()));
    }

    @Test
    void what_is_parked_or_came_too_late_is_disclosed_to_the_learner_that_it_names_once_a_page() {
        Parties parties = new Parties();
        Map<String, Object> later = parties.completion("r1", "C");
        later.put("sourceRecordVersion", 2);
        parties.post("k1", later).then().statusCode(201);
        parties.post("k2", parties.completion("r2", "C")).then().statusCode(201);
        Map<String, Object> stranger = parties.completion("r3", "C");
        stranger.put("learnerId", "nobody");
        parties.post("k3", stranger).then().statusCode(201);
        String tooLate = parties.post("k4", parties.completion("r1", "C"))
                .then()
                .body("status", equalTo("SUPERSEDED"))
                .extract()
                .path("completionId");

        parties.asCollege().get("/api/v1/parked-completions").then().body("items", hasSize(3));
        assertThat(entriesOf(parties.apprentice)).containsExactly("COURSE_COMPLETION");
        parties.asCollege()
                .get("/api/v1/parked-completions?learnerId=nobody")
                .then()
                .body("items", hasSize(1));
        assertThat(entriesOf(parties.apprentice)).hasSize(1);
        parties.asCollege()
                .get("/api/v1/course-completions?learnerId=" + parties.learnerId)
                .then()
                .body("items", hasSize(3));
        assertThat(entriesOf(parties.apprentice)).hasSize(2);
        parties.asCollege().get("/api/v1/course-completions/" + tooLate).then().body("grade", equalTo("A"));
        assertThat(entriesOf(parties.apprentice)).hasSize(3);
    }

    @Test
    void an_answer_that_shows_a_person_is_disclosed_also_when_the_request_changes_nothing() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        String path = "/api/v1/training-plans/" + plan;
        String etag = Parties.agency().get(path).header("ETag");
        String line = Parties.agency().get(path).path("lines[0].id");
        String completion = parties.post("k1", parties.completion("r1", "C")).path("completionId");
        int before = entriesOf(parties.apprentice).size();

        Parties.agency().post(path + "/activation").then().statusCode(200);
        assertThat(entriesOf(parties.apprentice)).hasSize(before + 1);
        Parties.agency()
                .header("If-Match", etag)
                .body(Map.of("disposition", "TRAIN"))
                .patch(path + "/lines/" + line)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(etag));
        assertThat(entriesOf(parties.apprentice)).hasSize(before + 2).last().isEqualTo("TRAINING_PLAN");
        for (int i = 0; i < 2; i++) {
            parties.asCollege()
                    .body(Map.of("reason", "mistake"))
                    .post("/api/v1/course-completions/" + completion + "/revocation")
                    .then()
                    .statusCode(200)
                    .body("grade", equalTo("A"));
        }
        assertThat(entriesOf(parties.apprentice)).hasSize(before + 4).last().isEqualTo("COURSE_COMPLETION");
    }

    @Test
    void a_change_under_a_purpose_that_is_none_is_refused_before_it_is_made() {
        Parties parties = new Parties();
        String path = "/api/v1/training-plans/" + parties.draftPlan();

        Parties.agency()
                .header("Purpose", "x".repeat(201))
                .post(path + "/activation")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("Purpose"));

        Parties.agency().get(path).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void who_reads_their_own_data_and_who_gets_none_leave_no_entry() {
        Parties parties = new Parties();
        UUID plan = parties.draftPlan();
        String token = Parties.TOKENS.apprentice(parties.apprentice);
        Parties.as(token)
                .get("/api/v1/apprentices/" + parties.apprentice)
                .then()
                .statusCode(200);
        Parties.as(token).get("/api/v1/training-plans/" + plan).then().statusCode(200);
        Parties.as(token).get("/api/v1/training-plans").then().body("items", hasSize(1));
        new Parties()
                .asEmployer()
                .get("/api/v1/apprentices/" + parties.apprentice)
                .then()
                .statusCode(404);

        disclosures(parties).body("items", hasSize(0));
        verification(parties).body("entries", equalTo(0)).body("intact", equalTo(true));
    }

    @Test
    void only_the_person_and_the_agency_see_the_disclosures() {
        Parties parties = new Parties();
        String path = "/api/v1/apprentices/" + parties.apprentice + "/disclosures";

        Parties.agency().get(path).then().statusCode(200);
        Parties.as(Parties.TOKENS.apprentice(parties.apprentice))
                .get(path)
                .then()
                .statusCode(200);
        Parties.as(Parties.TOKENS.apprentice(UUID.randomUUID()))
                .get(path)
                .then()
                .statusCode(404);
        parties.asEmployer().get(path).then().statusCode(403);
        parties.asCollege().get(path).then().statusCode(403);
        Parties.agency()
                .get("/api/v1/apprentices/" + UUID.randomUUID() + "/disclosures")
                .then()
                .statusCode(404);
    }

    @Test
    void disclosures_are_paged_from_the_latest_on() {
        Parties parties = new Parties();
        for (int i = 0; i < 5; i++) {
            parties.asEmployer().get("/api/v1/apprentices/" + parties.apprentice);
        }
        String path = "/api/v1/apprentices/" + parties.apprentice + "/disclosures?limit=2";

        Response first = Parties.agency().get(path);
        first.then().body("items.ordinal", contains(5, 4));
        Response second = Parties.agency().get(path + "&cursor=" + first.path("next"));
        second.then().body("items.ordinal", contains(3, 2));
        Parties.agency()
                .get(path + "&cursor=" + second.path("next"))
                .then()
                .body("items.ordinal", contains(1))
                .body("next", nullValue());
    }

    @Test
    void a_read_whose_entry_cannot_be_written_gives_no_data() throws SQLException {
        Parties parties = new Parties();
        parties.asEmployer().get("/api/v1/apprentices/" + parties.apprentice);

        Response refused;
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(
                    "SELECT 1 FROM disclosure_chain WHERE apprentice_id = '" + parties.apprentice + "' FOR UPDATE");
            refused = parties.asEmployer().get("/api/v1/apprentices/" + parties.apprentice);
        }

        refused.then().statusCode(503).contentType("application/problem+json");
        assertThat(refused.asString()).doesNotContain("Robin");
        disclosures(parties).body("items", hasSize(1));
    }

    @Test
    void a_purpose_that_is_none_is_refused() {
        Parties parties = new Parties();
        Response refused =
                Parties.agency().header("Purpose", "x".repeat(201)).get("/api/v1/apprentices/" + parties.apprentice);

        refused.then().statusCode(400).body("errors[0].pointer", equalTo("Purpose"));
        disclosures(parties).body("items", hasSize(0));
    }

    @Test
    void reads_at_the_same_time_make_one_chain_without_a_gap() throws Exception {
        Parties parties = new Parties();
        UUID second = anotherApprenticeOf(parties);
        ExecutorService readers = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = IntStream.range(0, 64)
                .mapToObj(i -> readers.submit(() -> parties.asEmployer()
                        .get(i % 2 == 0 ? "/api/v1/apprentices" : "/api/v1/apprentices/" + second)
                        .statusCode()))
                .toList();
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        readers.shutdown();

        verification(parties).body("entries", equalTo(32)).body("intact", equalTo(true));
        Parties.agency()
                .get("/api/v1/apprentices/" + second + "/disclosures/verification")
                .then()
                .body("entries", equalTo(64))
                .body("intact", equalTo(true));
    }

    @Test
    void no_entry_can_be_changed_or_taken_away() {
        Parties parties = new Parties();
        parties.asEmployer().get("/api/v1/apprentices/" + parties.apprentice);

        for (String statement : List.of("UPDATE disclosure SET purpose = 'none'", "DELETE FROM disclosure")) {
            assertThatThrownBy(() ->
                            jdbi.useHandle(h -> h.execute(statement + " WHERE apprentice_id = ?", parties.apprentice)))
                    .isInstanceOf(JdbiException.class)
                    .rootCause()
                    .hasMessageContaining("only appended");
        }
        assertThat(entriesOf(parties.apprentice)).hasSize(1);
    }

    @Test
    void what_was_changed_taken_out_or_cut_off_behind_the_services_back_is_found() throws SQLException {
        Parties changed = readThreeTimes();
        Parties takenOut = readThreeTimes();
        Parties cutOff = readThreeTimes();
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.execute("ALTER TABLE disclosure DISABLE TRIGGER disclosure_is_only_appended");
            statement.execute("UPDATE disclosure SET subject = 'nobody' WHERE ordinal = 2 AND apprentice_id = '"
                    + changed.apprentice + "'");
            statement.execute(
                    "DELETE FROM disclosure WHERE ordinal = 2 AND apprentice_id = '" + takenOut.apprentice + "'");
            statement.execute(
                    "DELETE FROM disclosure WHERE ordinal = 3 AND apprentice_id = '" + cutOff.apprentice + "'");
            statement.execute("ALTER TABLE disclosure ENABLE TRIGGER disclosure_is_only_appended");
        }

        verification(changed).body("intact", equalTo(false)).body("firstBroken", equalTo(2));
        verification(takenOut).body("intact", equalTo(false)).body("firstBroken", equalTo(2));
        verification(cutOff).body("intact", equalTo(false)).body("firstBroken", equalTo(3));
    }

    private static Parties readThreeTimes() {
        Parties parties = new Parties();
        for (int i = 0; i < 3; i++) {
            parties.asEmployer().get("/api/v1/apprentices/" + parties.apprentice);
        }
        verification(parties).body("entries", equalTo(3)).body("intact", equalTo(true));
        return parties;
    }

    private static UUID anotherApprenticeOf(Parties parties) {
        return Parties.created(
                "/apprentices", Map.<String, Object>of("name", "Kim Poe", "employerId", parties.employer));
    }

    private List<String> entriesOf(UUID apprentice) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT what FROM disclosure WHERE apprentice_id = ? ORDER BY ordinal")
                        .bind(0, apprentice)
                        .mapTo(String.class)
                        .list());
    }

    private static ValidatableResponse disclosures(Parties parties) {
        return Parties.agency()
                .get("/api/v1/apprentices/" + parties.apprentice + "/disclosures")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse verification(Parties parties) {
        return Parties.agency()
                .get("/api/v1/apprentices/" + parties.apprentice + "/disclosures/verification")
                .then()
                .statusCode(200);
    }

    /** With the rights that the service does not have. */
    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.flyway.username"),
                setting("quarkus.flyway.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
