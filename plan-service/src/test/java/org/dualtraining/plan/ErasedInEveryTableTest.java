package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.plan.Person.erase;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is erased is erased in every table, and no figure changes by it. */
@PlanServiceTest
class ErasedInEveryTableTest {

    @Inject
    Jdbi jdbi;

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
}
