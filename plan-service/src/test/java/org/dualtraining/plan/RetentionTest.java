package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.plan.retention.EraseDue;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is due is erased in every table, and no figure changes by it. */
@PlanServiceTest
class RetentionTest {

    @Inject
    Jdbi jdbi;

    @Inject
    EraseDue eraseDue;

    @Test
    void after_an_erasure_no_table_holds_a_word_of_the_person() {
        Person person = new Person();
        person.completePlan();
        assertThat(tablesWith(person.needle))
                .contains("apprentice", "learner_id", "course_completion", "sign_off", "prior_credential");

        erase(person.id)
                .then()
                .statusCode(200)
                .body("changed", equalTo(true))
                .body("persons", equalTo(1))
                .body("completions", equalTo(5))
                .body("erasedAt", notNullValue());

        assertThat(tablesWith(person.needle)).isEmpty();
    }

    @Test
    void credits_dates_and_events_stay_as_they_were() {
        Person person = new Person();
        UUID plan = person.completePlan();
        String lines = linesWithoutReasons(plan);
        List<String> events = completionEvents(plan);

        erase(person.id).then().statusCode(200);

        assertThat(linesWithoutReasons(plan)).isEqualTo(lines).contains("CREDITED");
        assertThat(completionEvents(plan)).isEqualTo(events).isNotEmpty();
        assertThat(evidenceInForce(person.id)).isEqualTo(2);
    }

    @Test
    void record_and_disclosures_stay_as_a_shell_that_says_when_it_was_erased() {
        Person person = new Person();
        person.completePlan();
        person.parties
                .asEmployer()
                .get("/api/v1/apprentices/" + person.id)
                .then()
                .statusCode(200);
        erase(person.id).then().statusCode(200);

        Parties.agency()
                .get("/api/v1/apprentices/" + person.id + "/record")
                .then()
                .statusCode(200)
                .body("persons.name", contains("erased"))
                .body("persons[0].erasedAt", notNullValue())
                .body("learnerIds", hasSize(0))
                .body("trainingPlans", hasSize(1))
                .body("signOffs.rating", contains(4))
                .body("signOffs.assessor", contains("erased"))
                .body("hours.hours", contains(160))
                .body("priorCredentials.awardedOn", contains("2025-01-01"))
                .body("priorCredentials.evidence", contains("erased"))
                .body("changes.kind", hasItem("ERASED"))
                .body("changes.find{it.kind == 'ERASED'}.reason", equalTo("asked for"));
        Parties.agency()
                .get("/api/v1/apprentices/" + person.id + "/disclosures/verification")
                .then()
                .body("entries", greaterThan(1))
                .body("intact", equalTo(true));
    }

    @Test
    void a_completion_that_comes_later_is_parked_as_unknown_and_touches_no_credit() {
        Person person = new Person();
        UUID plan = person.completePlan();
        erase(person.id).then().statusCode(200);

        // a correction of what was credited, and the same again
        person.post("accepted", "HIMC1", 2).then().statusCode(201).body("parkedReason", equalTo("UNKNOWN_LEARNER"));
        person.post("accepted", "HIMC1", 1).then().statusCode(200).body("status", equalTo("SUPERSEDED"));

        Parties.agency().get("/api/v1/training-plans/" + plan).then().body("lines[0].state", equalTo("CREDITED"));
    }

    @Test
    void an_erasure_is_refused_while_a_plan_is_open_and_again_changes_nothing() {
        Person person = new Person();
        UUID plan = person.plan();
        erase(person.id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:erasure-needs-closed-plans"));
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/cancellation")
                .then()
                .statusCode(200);
        String erasedAt = erase(person.id).then().statusCode(200).extract().path("erasedAt");

        Response again = erase(person.id);

        again.then().statusCode(200).body("changed", equalTo(false));
        assertThat(again.<String>path("erasedAt").substring(0, 23)).isEqualTo(erasedAt.substring(0, 23));
        erase(UUID.randomUUID()).then().statusCode(404);
        person.parties
                .asEmployer()
                .body(Map.of("reason", "x"))
                .post("/api/v1/apprentices/" + person.id + "/erasure")
                .then()
                .statusCode(403);
    }

    @Test
    void nothing_new_is_taken_for_an_erased_apprentice() {
        Person person = new Person();
        erase(person.id).then().statusCode(200);
        String path = "/api/v1/apprentices/" + person.id;

        Parties.agency()
                .body(Map.of("providerId", person.parties.college, "learnerId", "new-one"))
                .post(path + "/learner-ids")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:apprentice-is-erased"));
        Parties.agency()
                .header("If-Match", Parties.agency().get(path).header("ETag"))
                .body(Map.<String, Object>of("name", "X", "employerId", person.parties.employer))
                .put(path)
                .then()
                .statusCode(409);
        Parties.agency()
                .body(Map.of(
                        "apprenticeId",
                        person.id,
                        "frameworkId",
                        FakeCatalog.FRAMEWORK,
                        "targetCertificationId",
                        FakeCatalog.CERTIFICATION))
                .post("/api/v1/training-plans")
                .then()
                .statusCode(409);
        Parties.agency()
                .body(Map.of("duplicateId", person.id, "reason", "x"))
                .post("/api/v1/apprentices/" + new Parties().apprentice + "/merge")
                .then()
                .statusCode(409);
    }

    @Test
    void a_sign_off_of_an_erased_apprentice_is_not_corrected() {
        Person person = new Person();
        UUID plan = person.completePlan();
        String line = Parties.agency().get("/api/v1/training-plans/" + plan).path("lines[10].id");
        String path = "/api/v1/training-plans/" + plan + "/lines/" + line + "/sign-offs";
        String signOff = Parties.agency().get(path).path("items[0].id");
        erase(person.id).then().statusCode(200);

        Parties.agency()
                .body(Map.of("rating", 1, "assessor", "X", "assessedOn", "2026-01-01", "corrects", signOff))
                .post(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:apprentice-is-erased"));
    }

    @Test
    void a_duplicate_is_erased_with_the_apprentice_that_it_was_merged_into() {
        Person survivor = new Person();
        Person duplicate = new Person(survivor.parties.employer);
        duplicate.completePlan();
        Parties.agency()
                .body(Map.of("duplicateId", duplicate.id, "reason", survivor.needle))
                .post("/api/v1/apprentices/" + survivor.id + "/merge")
                .then()
                .statusCode(200);

        erase(duplicate.id).then().statusCode(409);
        erase(survivor.id).then().statusCode(200).body("persons", equalTo(2)).body("completions", equalTo(5));

        assertThat(tablesWith(duplicate.needle)).isEmpty();
        assertThat(tablesWith(survivor.needle)).isEmpty();
    }

    @Test
    void due_is_who_has_had_no_open_plan_for_the_years_of_retention() {
        UUID due = closedYearsAgo(8, true);
        UUID notYet = closedYearsAgo(6, true);
        UUID open = closedYearsAgo(8, false);
        UUID without = new Parties().apprentice;

        assertThat(listedAsDue()).contains(due).doesNotContain(notYet, open, without);
        erase(due).then().statusCode(200);
        assertThat(listedAsDue()).doesNotContain(due);
        new Parties().asEmployer().get("/api/v1/retention").then().statusCode(403);
    }

    @Test
    void the_service_erases_by_itself_whoever_is_due_when_told_to() {
        UUID due = closedYearsAgo(8, true);
        UUID notYet = closedYearsAgo(6, true);

        assertThat(eraseDue.handle()).isPositive();

        assertThat(name(due)).isEqualTo("erased");
        assertThat(name(notYet)).isEqualTo("Robin Doe");
        assertThat(listedAsDue()).isEmpty();
        Parties.agency()
                .get("/api/v1/apprentices/" + due + "/record")
                .then()
                .body("changes.find{it.kind == 'ERASED'}.role", equalTo("system"))
                .body("changes.subject", not(hasItem("")));
    }

    @Test
    void who_never_had_a_plan_is_due_when_nothing_was_heard_of_them_for_as_long() {
        UUID due = withoutPlan(8);
        UUID notYet = withoutPlan(6);
        UUID heardOf = withoutPlan(8);
        jdbi.useHandle(h -> h.execute("""
                INSERT INTO evidence (id, apprentice_id, competency_id, basis, reference, completed_on, recorded_at)
                VALUES (gen_random_uuid(), ?, gen_random_uuid(), 'COURSE_COMPLETION', gen_random_uuid(), '2020-01-01', now())
                """, heardOf));

        assertThat(listedAsDue()).contains(due).doesNotContain(notYet, heardOf);
        erase(due).then().statusCode(200).body("changed", equalTo(true));
        assertThat(listedAsDue()).doesNotContain(due);
    }

    @Test
    void somebody_whose_data_is_locked_waits_for_the_next_day_and_stops_nobody_else() throws SQLException {
        UUID locked = closedYearsAgo(8, true);
        UUID due = closedYearsAgo(8, true);

        try (Connection other = DriverManager.getConnection(
                        setting("quarkus.datasource.jdbc.url"),
                        setting("quarkus.flyway.username"),
                        setting("quarkus.flyway.password"));
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM apprentice WHERE id = '" + locked + "' FOR UPDATE");
            eraseDue.handle();
            other.rollback();
        }

        assertThat(name(due)).isEqualTo("erased");
        assertThat(name(locked)).isEqualTo("Robin Doe");
        assertThat(eraseDue.handle()).isEqualTo(1);
        assertThat(name(locked)).isEqualTo("erased");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private UUID withoutPlan(int years) {
        UUID apprentice = new Parties().apprentice;
        jdbi.useHandle(h -> h.execute(
                "UPDATE apprentice_change SET changed_at = now() - ? * interval '1 year' WHERE apprentice_id = ?",
                years,
                apprentice));
        return apprentice;
    }

    private static Response erase(UUID apprentice) {
        return Parties.agency()
                .body(Map.of("reason", "asked for"))
                .post("/api/v1/apprentices/" + apprentice + "/erasure");
    }

    private String name(UUID apprentice) {
        return jdbi.withHandle(h -> h.createQuery("SELECT name FROM apprentice WHERE id = ?")
                .bind(0, apprentice)
                .mapTo(String.class)
                .one());
    }

    private UUID closedYearsAgo(int years, boolean isClosed) {
        Parties parties = new Parties();
        UUID plan = parties.draftPlan();
        if (isClosed) {
            Parties.agency()
                    .post("/api/v1/training-plans/" + plan + "/cancellation")
                    .then()
                    .statusCode(200);
        }
        jdbi.useHandle(h -> {
            h.execute("UPDATE training_plan SET created_at = now() - ? * interval '1 year' WHERE id = ?", years, plan);
            h.execute("UPDATE plan_history SET at = now() - ? * interval '1 year' WHERE plan_id = ?", years, plan);
        });
        return parties.apprentice;
    }

    private static List<UUID> listedAsDue() {
        List<UUID> all = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Response page = Parties.agency().get("/api/v1/retention?limit=1" + cursor);
            page.then().statusCode(200);
            page.<List<String>>path("items.apprenticeId").forEach(id -> all.add(UUID.fromString(id)));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        return all;
    }

    /** Every table of the service that has a row with this text anywhere in it. */
    private List<String> tablesWith(String text) {
        return jdbi.withHandle(h -> {
            List<String> tables = h.createQuery(
                            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
                    .mapTo(String.class)
                    .list();
            return tables.stream()
                    .filter(table -> !table.startsWith("flyway"))
                    .filter(table -> h.createQuery("SELECT EXISTS (SELECT 1 FROM " + table + " AS t"
                                    + " WHERE position(:text IN t::text) > 0)")
                            .bind("text", text)
                            .mapTo(Boolean.class)
                            .one())
                    .toList();
        });
    }

    private int evidenceInForce(UUID apprentice) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT count(*) FROM evidence WHERE apprentice_id = ? AND withdrawn_at IS NULL")
                        .bind(0, apprentice)
                        .mapTo(Integer.class)
                        .one());
    }

    private String linesWithoutReasons(UUID plan) {
        return jdbi.withHandle(
                h -> h.createQuery("""
                        SELECT string_agg((to_jsonb(l) - 'reason' - 'course_description')::text, ',' ORDER BY ordinal) FROM plan_line l WHERE plan_id = ?
                        """).bind(0, plan).mapTo(String.class).one());
    }

    private List<String> completionEvents(UUID plan) {
        return jdbi.withHandle(
                h -> h.createQuery("""
                        SELECT id || ' ' || payload FROM outbox WHERE aggregate_id = ? AND topic = 'competency-completed'
                        ORDER BY id
                        """).bind(0, plan).mapTo(String.class).list());
    }

    /** Somebody of whom every text that people may enter says one word that is nowhere else. */
    private final class Person {

        private final Parties parties = new Parties();
        private final String needle = "Q" + UUID.randomUUID().toString().replace("-", "");
        private final UUID id;

        Person() {
            this(null);
        }

        Person(@Nullable UUID employer) {
            id = Parties.created(
                    "/apprentices",
                    Map.<String, Object>of(
                            "name",
                            "Old " + needle,
                            "email",
                            needle + "@example.org",
                            "employerId",
                            employer == null ? parties.employer : employer,
                            "learnerIds",
                            List.of(Map.<String, Object>of("providerId", parties.college, "learnerId", needle))));
            Parties.agency()
                    .header("If-Match", "\"1.1\"")
                    .body(Map.<String, Object>of(
                            "name", "New " + needle, "employerId", employer == null ? parties.employer : employer))
                    .put("/api/v1/apprentices/" + id)
                    .then()
                    .statusCode(200);
        }

        UUID plan() {
            return Parties.created(
                    "/training-plans",
                    Map.of(
                            "apprenticeId",
                            id,
                            "frameworkId",
                            FakeCatalog.FRAMEWORK,
                            "targetCertificationId",
                            FakeCatalog.CERTIFICATION));
        }

        /** With completions in all states, a sign-off and reasons. */
        UUID completePlan() {
            UUID plan = plan();
            move(plan, "activation");
            parties.map("HIMC1", 0);
            post("accepted", "HIMC1", 1).then().body("status", equalTo("ACCEPTED"));
            post("superseded", "HIMC1", 1);
            String revoked = post("superseded", "HIMC1", 2).path("completionId");
            parties.asCollege()
                    .body(Map.of("reason", "not " + needle))
                    .post("/api/v1/course-completions/" + revoked + "/revocation")
                    .then()
                    .statusCode(200);
            post("parked", "UNMAPPED", 1).then().body("status", equalTo("PARKED"));
            post("failed", "HIMC1", 1, false);
            String path = "/api/v1/training-plans/" + plan;
            Response read = Parties.agency().get(path);
            Parties.agency()
                    .body(Map.of("rating", 4, "assessor", needle, "assessedOn", "2026-01-01", "note", "by " + needle))
                    .post(path + "/lines/" + read.path("lines[10].id") + "/sign-offs")
                    .then()
                    .statusCode(201);
            Parties.agency()
                    .header("If-Match", Parties.agency().get(path).header("ETag"))
                    .body(Map.of(
                            "disposition",
                            "EXCLUDED",
                            "reason",
                            needle + " knows it",
                            "courseDescription",
                            "for " + needle))
                    .patch(path + "/lines/" + read.path("lines[12].id"))
                    .then()
                    .statusCode(200);
            Parties.agency()
                    .header("If-Match", Parties.agency().get(path).header("ETag"))
                    .body(Map.of("hours", 160))
                    .put(path + "/hours/ON_THE_JOB/2026-05")
                    .then()
                    .statusCode(201);
            hold("2025-01-01");
            Parties.agency().delete("/api/v1/apprentices/" + id + "/credentials/" + hold("2024-01-01"));
            move(plan, "completion");
            return plan;
        }

        private String hold(String awardedOn) {
            return Parties.agency()
                    .body(Map.of(
                            "certificationId",
                            FakeCatalog.CERTIFICATION,
                            "awardedOn",
                            awardedOn,
                            "evidence",
                            "seen by " + needle))
                    .post("/api/v1/apprentices/" + id + "/credentials")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        private void move(UUID plan, String verb) {
            Parties.agency()
                    .body(Map.of("reason", "for " + needle))
                    .post("/api/v1/training-plans/" + plan + "/" + verb)
                    .then()
                    .statusCode(200);
        }

        Response post(String sourceRecord, String course, int version) {
            return post(sourceRecord, course, version, true);
        }

        private Response post(String sourceRecord, String course, int version, boolean passed) {
            Map<String, Object> completion = parties.completion(sourceRecord + needle, course);
            completion.put("learnerId", needle);
            completion.put("sourceRecordVersion", version);
            completion.put("passed", passed);
            completion.put("evidenceUrl", "https://example.org/" + needle);
            return parties.post(sourceRecord + version + UUID.randomUUID(), completion);
        }
    }
}
