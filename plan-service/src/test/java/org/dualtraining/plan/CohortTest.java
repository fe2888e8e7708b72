package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One call makes plans for many apprentices, and says of each what became of it. */
@PlanServiceTest
class CohortTest {

    @Inject
    Jdbi jdbi;

    private Parties parties;
    private UUID template;

    @BeforeEach
    void a_shared_template_of_three_lines() {
        parties = new Parties();
        Map<String, Object> body = template();
        body.put(
                "lines",
                List.of(
                        Map.of("competencyId", FakeCatalog.COMPETENCIES.get(0), "completedAfter", "P3M"),
                        Map.of("competencyId", FakeCatalog.COMPETENCIES.get(10), "completedAfter", "P1Y2M"),
                        Map.of("competencyId", FakeCatalog.COMPETENCIES.get(1))));
        template = Parties.created("/plan-templates", body);
    }

    @Test
    void five_hundred_apprentices_get_their_plans_in_one_call_that_may_be_sent_again() {
        List<UUID> apprentices = apprentices(500);
        template = Parties.created("/plan-templates", template());
        Map<String, Object> cohort = cohort(apprentices);
        cohort.put("activate", true);

        long start = System.nanoTime();
        JsonPath report = makeAsAgency(cohort).statusCode(200).extract().jsonPath();
        System.out.println("cohort of 500 plans of 15 lines: " + (System.nanoTime() - start) / 1_000_000 + " ms");

        assertThat(report.getInt("created")).isEqualTo(500);
        assertThat(report.getInt("refused")).isZero();
        assertThat(report.getList("items.apprenticeId"))
                .isEqualTo(apprentices.stream().map(UUID::toString).toList());
        assertThat(report.getList("items.planId")).doesNotHaveDuplicates().hasSize(500);
        assertThat(count("SELECT count(*) FROM training_plan WHERE status = 'ACTIVE' AND employer_id = :employer"))
                .isEqualTo(500);
        assertThat(count("SELECT count(*) FROM plan_line JOIN training_plan p ON p.id = plan_id WHERE employer_id ="
                        + " :employer"))
                .isEqualTo(7_500);
        assertThat(count("SELECT count(*) FROM outbox WHERE payload ->> 'employerId' = CAST(:employer AS text)"))
                .isEqualTo(500);
        assertThat(count("SELECT count(*) FROM plan_history h JOIN training_plan p ON p.id = h.plan_id WHERE"
                        + " employer_id = :employer"))
                .isEqualTo(1_000);

        JsonPath again = makeAsAgency(cohort).statusCode(200).extract().jsonPath();
        assertThat(again.getInt("created")).isZero();
        assertThat(again.getList("items.planId")).isEqualTo(report.getList("items.planId"));
        assertThat(count("SELECT count(*) FROM training_plan WHERE employer_id = :employer"))
                .isEqualTo(500);
    }

    @Test
    void each_is_answered_in_order_and_one_that_is_refused_stops_no_other() {
        UUID planned = apprentices(1).get(0);
        JsonPath first = makeAsAgency(cohort(List.of(planned))).extract().jsonPath();
        UUID fresh = apprentices(1).get(0);
        UUID unknown = UUID.randomUUID();
        UUID stranger = new Parties().apprentice;

        JsonPath report = parties.asEmployer()
                .body(cohort(List.of(unknown, parties.apprentice, planned, stranger, fresh, fresh)))
                .post(path())
                .then()
                .statusCode(200)
                .body("created", equalTo(2))
                .body("refused", equalTo(4))
                .body(
                        "items.status",
                        equalTo(List.of("REFUSED", "CREATED", "REFUSED", "REFUSED", "CREATED", "REFUSED")))
                .body(
                        "items[2].problem.type",
                        equalTo("urn:dual-training:problem:apprentice-has-open-plan-for-occupation"))
                .body("items[2].planId", equalTo(first.getString("items[0].planId")))
                .body("items[5].problem.errors[0].pointer", equalTo("/apprenticeIds/5"))
                .body("items[5].problem.errors[0].detail", equalTo("must differ from /apprenticeIds/4"))
                .body("items[1].problem", nullValue())
                .extract()
                .jsonPath();
        // another employer's apprentice is as unknown as nobody
        assertThat(report.getMap("items[3].problem")).isEqualTo(report.getMap("items[0].problem"));
        assertThat(report.getInt("items[0].problem.status")).isEqualTo(404);
        String plan = report.getString("items[4].planId");
        Parties.agency()
                .get("/api/v1/training-plans/" + plan)
                .then()
                .statusCode(200)
                .header("ETag", "\"1.1\"")
                .body("status", equalTo("DRAFT"))
                .body("apprenticeId", equalTo(fresh.toString()))
                .body("employerId", equalTo(parties.employer.toString()))
                .body("lines.anticipatedCompletionDate[0]", equalTo("2027-04-30"))
                .body("lines.anticipatedCompletionDate[1]", equalTo("2028-03-31"))
                .body("lines[2].anticipatedCompletionDate", nullValue())
                .body("lines[1].minimumRating", equalTo(3));
        Parties.agency()
                .get("/api/v1/training-plans/" + plan + "/history")
                .then()
                .body("items[0].what", startsWith("Made the plan with 3 lines from version 1 of the framework by the"))
                .body("items[0].role", equalTo("employer"));
    }

    @Test
    void an_employer_proposes_a_cohort_and_a_closed_plan_is_no_obstacle() {
        UUID plan = parties.draftPlan();
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/cancellation")
                .then()
                .statusCode(200);
        Map<String, Object> cohort = cohort(List.of(parties.apprentice));
        cohort.put("activate", true);

        String made = parties.asEmployer()
                .body(cohort)
                .post(path())
                .then()
                .body("created", equalTo(1))
                .extract()
                .path("items[0].planId");

        Parties.agency().get("/api/v1/training-plans/" + made).then().body("status", equalTo("PROPOSED"));
    }

    @Test
    void a_cohort_that_starts_active_counts_what_was_reported_before() {
        parties.map("HIMC1", 0);
        parties.post("k1", parties.completion("r1", "HIMC1")).then().statusCode(201);
        Map<String, Object> cohort = cohort(List.of(parties.apprentice));
        cohort.put("activate", true);

        String made = makeAsAgency(cohort).extract().path("items[0].planId");

        Parties.agency()
                .get("/api/v1/training-plans/" + made)
                .then()
                .body("lines[0].state", equalTo("CREDITED"))
                .body("version", equalTo(2));
    }

    @Test
    void a_dry_run_says_the_same_and_does_nothing() {
        List<UUID> apprentices = apprentices(3);
        Parties.agency()
                .body(cohort(apprentices))
                .post(path() + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("created", equalTo(3))
                .body("items.status", everyItem(is("CREATED")))
                .body("items[0].planId", nullValue());

        assertThat(count("SELECT count(*) FROM training_plan WHERE employer_id = :employer"))
                .isZero();
    }

    @Test
    void the_same_cohort_sent_by_several_at_once_makes_one_plan_each() throws Exception {
        List<UUID> apprentices = apprentices(60);
        ExecutorService callers = Executors.newFixedThreadPool(6);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(callers.submit(
                    () -> Parties.agency().body(cohort(apprentices)).post(path())));
        }
        int created = 0;
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
            created += answer.get().jsonPath().getInt("created");
        }
        callers.shutdown();

        assertThat(created).isEqualTo(60);
        assertThat(count("SELECT count(*) FROM training_plan WHERE employer_id = :employer"))
                .isEqualTo(60);
    }

    @Test
    void a_cohort_and_batches_of_its_completions_do_not_stop_each_other() throws Exception {
        List<UUID> apprentices = apprentices(150);
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO learner_id (provider_id, learner_id, apprentice_id)
                        SELECT :college, id::text, id FROM apprentice WHERE employer_id = :employer
                        """)
                .bind("college", parties.college)
                .bind("employer", parties.employer)
                .execute());
        parties.map("HIMC1", 0);
        Map<String, Object> cohort = cohort(apprentices);
        cohort.put("activate", true);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<Map<String, Object>> batch = batch(i, apprentices);
            answers.add(callers.submit(
                    () -> Parties.agency().body(cohort).post(path()).statusCode()));
            answers.add(callers.submit(() -> parties.asCollege()
                    .body(batch)
                    .post("/api/v1/course-completions/batch")
                    .statusCode()));
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        callers.shutdown();

        assertThat(count("SELECT count(*) FROM plan_line JOIN training_plan p ON p.id = plan_id WHERE employer_id ="
                        + " :employer AND state = 'CREDITED'"))
                .isEqualTo(150);
    }

    @Test
    void a_duplicate_that_was_merged_gets_no_plan() {
        UUID duplicate = apprentices(1).get(0);
        Parties.agency()
                .body(Map.of("duplicateId", duplicate, "reason", "entered twice"))
                .post("/api/v1/apprentices/" + parties.apprentice + "/merge")
                .then()
                .statusCode(200);

        makeAsAgency(cohort(List.of(duplicate, parties.apprentice)))
                .body("items.status", equalTo(List.of("REFUSED", "CREATED")))
                .body("items[0].problem.type", equalTo("urn:dual-training:problem:apprentice-is-merged"));
    }

    @Test
    void one_employers_template_is_not_for_anothers_apprentices() {
        Map<String, Object> body = template();
        body.put("employerId", new Parties().employer);
        template = Parties.created("/plan-templates", body);

        makeAsAgency(cohort(List.of(parties.apprentice)))
                .statusCode(200)
                .body("refused", equalTo(1))
                .body("items[0].problem.type", equalTo("urn:dual-training:problem:template-is-of-another-employer"));
    }

    @Test
    void a_cohort_that_is_none_is_refused_as_a_whole() {
        makeAsAgency(cohort(List.of())).statusCode(400);
        makeAsAgency(cohort(
                        IntStream.range(0, 501).mapToObj(i -> UUID.randomUUID()).toList()))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/apprenticeIds"));
        Map<String, Object> cohort = cohort(List.of(parties.apprentice));
        for (String day : List.of("1999-12-31", "2101-01-01")) {
            cohort.put("startsOn", day);
            makeAsAgency(cohort).statusCode(422).body("errors[0].pointer", equalTo("/startsOn"));
        }
        cohort.put("startsOn", "soon");
        makeAsAgency(cohort).statusCode(400).body("errors[0].pointer", equalTo("/startsOn"));
        Parties.agency()
                .body(cohort(List.of(parties.apprentice)))
                .post(path() + "?dryRun=perhaps")
                .then()
                .statusCode(400);
    }

    private ValidatableResponse makeAsAgency(Map<String, Object> cohort) {
        return Parties.agency().body(cohort).post(path()).then();
    }

    private String path() {
        return "/api/v1/plan-templates/" + template + "/cohorts";
    }

    private List<UUID> apprentices(int count) {
        return jdbi.withHandle(h -> h.createQuery("""
                        INSERT INTO apprentice (id, name, employer_id)
                        SELECT gen_random_uuid(), 'Member ' || i, :employer FROM generate_series(1, :count) AS i
                        RETURNING id
                        """)
                .bind("employer", parties.employer)
                .bind("count", count)
                .mapTo(UUID.class)
                .list());
    }

    /** A completion of each, against the order in which apprentices are locked. */
    private List<Map<String, Object>> batch(int number, List<UUID> apprentices) {
        return apprentices.stream()
                .map(UUID::toString)
                .sorted(Comparator.reverseOrder())
                .map(apprentice -> {
                    Map<String, Object> completion = parties.completion("r" + number + "-" + apprentice, "HIMC1");
                    completion.put("learnerId", apprentice);
                    return completion;
                })
                .toList();
    }

    private int count(String sql) {
        return jdbi.withHandle(h -> h.createQuery(sql)
                .bind("employer", parties.employer)
                .mapTo(Integer.class)
                .one());
    }

    private static Map<String, Object> template() {
        return new HashMap<>(Map.of(
                "name",
                "Records, two years",
                "frameworkId",
                FakeCatalog.FRAMEWORK,
                "targetCertificationId",
                FakeCatalog.CERTIFICATION));
    }

    private static Map<String, Object> cohort(List<UUID> apprentices) {
        return new HashMap<>(Map.of("startsOn", "2027-01-31", "apprenticeIds", apprentices));
    }
}
