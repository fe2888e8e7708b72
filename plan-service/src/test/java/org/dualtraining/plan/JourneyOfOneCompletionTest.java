package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dualtraining.testkit.EventContract;
import org.dualtraining.testkit.TopicClient;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** From a posted completion to the records on the topics, each held against its contract. */
@PlanServiceTest
class JourneyOfOneCompletionTest {

    @Test
    void a_plan_has_one_line_per_form_row_in_form_order() {
        Parties parties = new Parties();

        UUID plan = parties.draftPlan();

        Parties.agency()
                .get("/api/v1/training-plans/" + plan)
                .then()
                .statusCode(200)
                .header("ETag", "\"1.1\"")
                .body("status", equalTo("DRAFT"))
                .body("lines", hasSize(15))
                .body("lines[0].competencyName", equalTo("Competency 0"))
                .body("lines[0].delivery", equalTo("RELATED_INSTRUCTION"))
                .body("lines[14].delivery", equalTo("ON_THE_JOB"))
                .body("lines[14].minimumRating", equalTo(3))
                .body("lines.disposition.unique()", contains("TRAIN"));
    }

    @Test
    void a_plan_needs_a_version_that_was_published_and_an_apprentice_an_occupation_that_exists() {
        Parties parties = new Parties();
        Parties.agency()
                .body(Map.of(
                        "apprenticeId",
                        parties.apprentice,
                        "frameworkId",
                        FakeCatalog.FRAMEWORK,
                        "frameworkVersion",
                        2,
                        "targetCertificationId",
                        FakeCatalog.CERTIFICATION))
                .post("/api/v1/training-plans")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/frameworkVersion"));
        Parties.agency()
                .body(Map.of("name", "A", "employerId", parties.employer, "occupationId", UUID.randomUUID()))
                .post("/api/v1/apprentices")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/occupationId"));
        Parties.agency()
                .body(Map.of("name", "A", "employerId", parties.employer, "occupationId", FakeCatalog.OCCUPATION))
                .post("/api/v1/apprentices")
                .then()
                .statusCode(201);
    }

    @Test
    void a_completion_its_correction_and_its_revocation_are_three_events_that_keep_their_contracts() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        parties.map("HIMC1", 0);

        String completion = post(parties, "r1", 1, "2026-05-15", 201, "ACCEPTED");
        post(parties, "r1", 2, "2026-05-10", 201, "ACCEPTED");
        String corrected = post(parties, "r1", 2, "2026-05-10", 200, "DUPLICATE");
        assertThat(corrected).isNotEqualTo(completion);
        parties.asCollege()
                .body(Map.of("reason", "entered for the wrong learner"))
                .post("/api/v1/course-completions/" + corrected + "/revocation")
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"));

        List<ConsumerRecord<byte[], byte[]>> events = await().atMost(Duration.ofSeconds(20))
                .until(() -> eventsOf("competency-completed", parties.apprentice), found -> found.size() == 3);
        assertThat(events)
                .extracting(event -> TopicClient.header(event, "ce_type"))
                .containsExactly(
                        "org.dualtraining.competency-completed.v1",
                        "org.dualtraining.competency-completion-corrected.v1",
                        "org.dualtraining.competency-completion-revoked.v1");
        events.forEach(JourneyOfOneCompletionTest::requireContract);
        assertThat(TopicClient.header(events.get(0), "ce_source")).isEqualTo("/plan-service");
        List<ConsumerRecord<byte[], byte[]>> snapshots = await().atMost(Duration.ofSeconds(20))
                .until(() -> eventsOf("training-plan-changed", plan), found -> found.size() == 2);
        snapshots.forEach(JourneyOfOneCompletionTest::requireContract);
        Parties.agency()
                .get("/api/v1/training-plans/" + plan)
                .then()
                .body("lines[0].state", equalTo("REVOKED"))
                .body("version", equalTo(5));
    }

    @Test
    void what_was_reported_before_activation_counts_from_activation_on() {
        Parties parties = new Parties();
        UUID plan = parties.draftPlan();
        parties.map("HIMC1", 0, 1);

        post(parties, "r1", 1, "2026-05-15", 201, "ACCEPTED");
        Parties.agency()
                .get("/api/v1/training-plans/" + plan)
                .then()
                .body("lines.findAll{it.state == 'CREDITED'}", hasSize(0));
        parties.asEmployer()
                .post("/api/v1/training-plans/" + plan + "/activation")
                .then()
                .statusCode(200)
                .body("status", equalTo("PROPOSED"));
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/activation")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("lines.findAll{it.state == 'CREDITED'}", hasSize(2));
    }

    @Test
    void a_sign_off_credits_from_rating_three_on() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        List<String> lines =
                Parties.agency().get("/api/v1/training-plans/" + plan).path("lines.id");
        String onTheJob = "/api/v1/training-plans/" + plan + "/lines/" + lines.get(10) + "/sign-offs";

        parties.asEmployer()
                .body(Map.of("rating", 2, "assessor", "J. Smith", "assessedOn", "2026-04-01"))
                .post(onTheJob)
                .then()
                .statusCode(201)
                .body("lineState", equalTo("OPEN"));
        parties.asEmployer()
                .body(Map.of("rating", 3, "assessor", "J. Smith", "assessedOn", "2026-05-01"))
                .post(onTheJob)
                .then()
                .statusCode(201)
                .body("lineState", equalTo("CREDITED"));
        parties.asEmployer()
                .body(Map.of("rating", 3, "assessor", "J. Smith", "assessedOn", "2026-05-01"))
                .post("/api/v1/training-plans/" + plan + "/lines/" + lines.get(0) + "/sign-offs")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:dual-training:problem:sign-off-needs-on-the-job-line"));
    }

    @Test
    void prior_learning_counts_only_with_evidence_and_an_excluded_line_needs_a_reason() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        String line = Parties.agency().get("/api/v1/training-plans/" + plan).path("lines[0].id");
        String path = "/api/v1/training-plans/" + plan + "/lines/" + line;

        parties.asEmployer()
                .header("If-Match", "\"1.2\"")
                .body(Map.of("disposition", "EXCLUDED"))
                .patch(path)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        parties.asEmployer()
                .header("If-Match", "\"1.2\"")
                .body(Map.of("disposition", "PRIOR", "anticipatedCompletionDate", "2026-12-01"))
                .patch(path)
                .then()
                .statusCode(200)
                .body("lines[0].disposition", equalTo("PRIOR"))
                .body("lines[0].state", equalTo("OPEN"));
        parties.asEmployer()
                .body(Map.of("description", "RHIT certificate of 2024", "assessedOn", "2026-01-15"))
                .post(path + "/prior-learning")
                .then()
                .statusCode(201)
                .body("lineState", equalTo("CREDITED"));
        Parties.agency()
                .get("/api/v1/training-plans/" + plan)
                .then()
                .body("lines[0].basis", equalTo("PRIOR_LEARNING"))
                .body("lines[0].anticipatedCompletionDate", startsWith("2026-12-01"));
    }

    private static String post(
            Parties parties, String sourceRecord, int version, String completedOn, int status, String receipt) {
        return parties.asCollege()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "learnerId",
                        parties.learnerId,
                        "courseCode",
                        "HIMC1",
                        "completedOn",
                        completedOn,
                        "grade",
                        "B+",
                        "sourceRecordId",
                        sourceRecord,
                        "sourceRecordVersion",
                        version))
                .post("/api/v1/course-completions")
                .then()
                .statusCode(status)
                .body("status", equalTo(receipt))
                .extract()
                .path("completionId");
    }

    private static List<ConsumerRecord<byte[], byte[]>> eventsOf(String topic, UUID key) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (TopicClient topics = new TopicClient(servers)) {
            return topics.readAll(topic).stream()
                    .filter(event -> new String(event.key(), StandardCharsets.UTF_8).equals(key.toString()))
                    .toList();
        }
    }

    private static void requireContract(ConsumerRecord<byte[], byte[]> event) {
        EventContract.of(String.valueOf(TopicClient.header(event, "ce_type")))
                .requireKeptBy(new String(event.value(), StandardCharsets.UTF_8));
    }
}
