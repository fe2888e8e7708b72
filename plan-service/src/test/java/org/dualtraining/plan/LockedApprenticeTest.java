package org.dualtraining.plan;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits while somebody else changes an apprentice and sees the change then, and what does not wait. */
@PlanServiceTest
class LockedApprenticeTest {

    @Inject
    Jdbi jdbi;

    private final ExecutorService caller = Executors.newSingleThreadExecutor();
    private Parties parties;

    @BeforeEach
    void parties() {
        parties = new Parties();
    }

    @AfterEach
    void end() {
        caller.shutdownNow();
        if (QuarkusTransaction.isActive()) {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void a_plan_is_not_made_for_an_apprentice_who_goes_to_another_employer_meanwhile() throws Exception {
        UUID elsewhere = new Parties().employer;
        QuarkusTransaction.begin();
        jdbi.useHandle(
                h -> h.execute("UPDATE apprentice SET employer_id = ? WHERE id = ?", elsewhere, parties.apprentice));
        Map<String, Object> plan = Map.of(
                "apprenticeId",
                parties.apprentice,
                "frameworkId",
                FakeCatalog.FRAMEWORK,
                "targetCertificationId",
                FakeCatalog.CERTIFICATION);

        Response made = answerAfterCommit(() -> parties.asEmployer().body(plan).post("/api/v1/training-plans"));

        made.then().statusCode(409).body("type", equalTo("urn:dual-training:problem:conflict"));
        parties.asEmployer().body(plan).post("/api/v1/training-plans").then().statusCode(422);
    }

    @Test
    void an_apprentice_does_not_go_to_another_employer_while_a_plan_is_made() throws Exception {
        UUID plan = parties.draftPlan();
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/cancellation")
                .then()
                .statusCode(200);
        String path = "/api/v1/apprentices/" + parties.apprentice;
        String tag = Parties.agency().get(path).header("ETag");
        Map<String, Object> moved = Map.of("name", "Robin Doe", "employerId", new Parties().employer);
        QuarkusTransaction.begin();
        lock();
        jdbi.useHandle(h -> h.execute("UPDATE training_plan SET status = 'DRAFT' WHERE id = ?", plan));

        Response changed = answerAfterCommit(
                () -> Parties.agency().header("If-Match", tag).body(moved).put(path));

        changed.then().statusCode(409).body("type", equalTo("urn:dual-training:problem:apprentice-has-open-plan"));
    }

    @Test
    void a_stranger_hears_of_no_plan_without_waiting_for_its_apprentice() {
        UUID plan = parties.draftPlan();
        Parties stranger = new Parties();
        QuarkusTransaction.begin();
        lock();

        stranger.asEmployer()
                .post("/api/v1/training-plans/" + plan + "/activation")
                .then()
                .statusCode(404);
    }

    private void lock() {
        jdbi.useHandle(h -> h.execute("SELECT id FROM apprentice WHERE id = ? FOR NO KEY UPDATE", parties.apprentice));
    }

    /** Of a request that waits for this thread's transaction. */
    private Response answerAfterCommit(Callable<Response> request) throws Exception {
        Future<Response> answer = caller.submit(request);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        jdbi.withHandle(h -> h.createQuery("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
                                .mapTo(Boolean.class)
                                .one()));
        QuarkusTransaction.commit();
        return answer.get();
    }
}
