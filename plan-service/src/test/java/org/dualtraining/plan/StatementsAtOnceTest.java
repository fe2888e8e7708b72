package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts that are about the same records and apprentices in different orders at the same moment. */
@PlanServiceTest
class StatementsAtOnceTest {

    private static final int ROUNDS = 40;

    @Inject
    Jdbi jdbi;

    private Scores scores;

    @BeforeEach
    void scores() {
        scores = new Scores();
    }

    @Test
    void posts_that_void_each_others_statements_at_once_succeed_and_leave_none_in_force() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Map<String, Object>> ones = statements();
            List<Map<String, Object>> others = statements();
            atOnce(
                    () -> scores.postStatements(voidingAndStating(others, ones)),
                    () -> scores.postStatements(voidingAndStating(ones, others)));
        }

        assertThat(inForce()).isZero();
        assertThat(scores.lineState()).isNotEqualTo("CREDITED");
    }

    @Test
    void posts_that_void_one_persons_statement_and_state_anothers_pass_batches_of_both() throws Exception {
        String later = laterApprentice();
        String path = "/api/v1/course-completions/batch";
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Object> wrong = of(later);
            scores.postStatements(wrong).then().body("status", equalTo("ACCEPTED"));
            List<Callable<Response>> posts = new ArrayList<>();
            posts.add(() -> scores.postStatements(List.of(scores.voiding(wrong), scores.statement("passed"))));
            for (int batch = 0; batch < 3; batch++) {
                Map<String, Object> completion = scores.parties.completion("r" + round + "-" + batch, "HIMC1");
                Map<String, Object> laters = scores.parties.completion("l" + round + "-" + batch, "HIMC1");
                laters.put("learnerId", later);
                posts.add(() -> scores.parties
                        .asCollege()
                        .body(List.of(completion, laters))
                        .post(path));
            }
            atOnce(posts);
        }

        assertThat(inForce()).isEqualTo(ROUNDS + 3 * 2 * ROUNDS);
    }

    @SafeVarargs
    private static void atOnce(Callable<Response>... posts) throws Exception {
        atOnce(List.of(posts));
    }

    private static void atOnce(List<Callable<Response>> posts) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(posts.size());
        CyclicBarrier release = new CyclicBarrier(posts.size());
        List<Future<Integer>> answers = new ArrayList<>();
        for (Callable<Response> post : posts) {
            answers.add(callers.submit(() -> {
                release.await();
                return post.call().statusCode();
            }));
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        callers.shutdown();
    }

    private List<Map<String, Object>> statements() {
        return Stream.generate(() -> scores.statement("passed")).limit(8).toList();
    }

    private List<Map<String, Object>> voidingAndStating(
            List<Map<String, Object>> taken, List<Map<String, Object>> stated) {
        return Stream.concat(taken.stream().map(scores::voiding), stated.stream())
                .toList();
    }

    private Map<String, Object> of(String learnerId) {
        Map<String, Object> statement = scores.statement("passed");
        statement.put("actor", Map.of("account", Map.of("homePage", "https://lms.example", "name", learnerId)));
        return statement;
    }

    /** Entered later, and so locked later. */
    private String laterApprentice() {
        String learnerId = "L" + UUID.randomUUID();
        UUID apprentice = Parties.created(
                "/apprentices",
                Map.of(
                        "name",
                        "Sam Roe",
                        "employerId",
                        scores.parties.employer,
                        "learnerIds",
                        List.of(Map.of("providerId", scores.parties.college, "learnerId", learnerId))));
        UUID plan = Parties.created(
                "/training-plans",
                Map.of(
                        "apprenticeId",
                        apprentice,
                        "frameworkId",
                        FakeCatalog.FRAMEWORK,
                        "targetCertificationId",
                        FakeCatalog.CERTIFICATION));
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/activation")
                .then()
                .statusCode(200);
        return learnerId;
    }

    private int inForce() {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT count(*) FROM course_completion WHERE provider_id = ? AND state = 'ACCEPTED'")
                .bind(0, scores.parties.college)
                .mapTo(Integer.class)
                .one());
    }
}
