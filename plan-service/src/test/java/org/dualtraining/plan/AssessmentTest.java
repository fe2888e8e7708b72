package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-offs and prior learning: what may raise, what may lower, and what stays readable. */
@PlanServiceTest
class AssessmentTest {

    private Parties parties;
    private UUID plan;
    private String onTheJob;
    private String instruction;

    @BeforeEach
    void an_active_plan() {
        parties = new Parties();
        plan = parties.activePlan();
        onTheJob = Parties.agency().get(plan()).path("lines[10].id");
        instruction = Parties.agency().get(plan()).path("lines[0].id");
    }

    @Test
    void a_later_sign_off_only_raises_and_a_correction_may_lower() {
        String four = signOff(4, null)
                .statusCode(201)
                .body("lineState", equalTo("CREDITED"))
                .extract()
                .path("id");
        signOff(2, null).statusCode(201).body("lineState", equalTo("CREDITED"));
        Parties.agency().get(plan()).then().body("lines[10].rating", equalTo(4));

        String two = signOff(2, four)
                .statusCode(201)
                .body("corrects", equalTo(four))
                .body("lineState", equalTo("REVOKED"))
                .extract()
                .path("id");
        Parties.as(Parties.TOKENS.apprentice(parties.apprentice))
                .get(signOffs())
                .then()
                .statusCode(200)
                .body("items.rating", contains(4, 2, 2))
                .body("items[0].correctedBy", equalTo(two))
                .body("items[1].correctedBy", nullValue())
                .body("items[2].corrects", equalTo(four))
                .body("items[2].lineState", nullValue());
        history()
                .body("kind", equalTo("SIGN_OFF_CORRECTED"))
                .body("lineId", equalTo(onTheJob))
                .body("why", equalTo("as seen"))
                .body(
                        "what",
                        startsWith("Corrected a sign-off of \u201cCompetency 10\u201d: rating 4 of 2026-05-01 is 2"));
        signOff(3, two).statusCode(201).body("lineState", equalTo("CREDITED"));
    }

    @Test
    void a_sign_off_sent_again_under_its_key_counts_once_so_that_a_correction_holds() {
        String four = signOffUnder("k1", 4).statusCode(201).extract().path("id");
        signOffUnder("k1", 4).statusCode(201).body("id", equalTo(four)).body("lineState", equalTo("CREDITED"));
        signOffUnder("k1", 3)
                .statusCode(422)
                .body("type", equalTo("urn:dual-training:problem:idempotency-key-is-used"))
                .body("errors[0].pointer", equalTo("Idempotency-Key"));
        signOffUnder("k 1", 4).statusCode(400).body("errors[0].pointer", equalTo("Idempotency-Key"));

        String two = signOff(2, four)
                .statusCode(201)
                .body("lineState", equalTo("REVOKED"))
                .extract()
                .path("id");
        signOffUnder("k1", 4)
                .statusCode(201)
                .body("id", equalTo(four))
                .body("correctedBy", equalTo(two))
                .body("lineState", equalTo("REVOKED"));

        Parties.agency().get(signOffs()).then().body("items.rating", contains(4, 2));
        signOffUnder("k2", 4).statusCode(201).body("id", not(equalTo(four)));
        Parties.agency().get(signOffs()).then().body("items.rating", contains(4, 2, 4));
    }

    @Test
    void a_key_is_of_one_party_and_one_line() {
        String first = signOffUnder("k1", 3).statusCode(201).extract().path("id");
        Parties.agency()
                .header("Idempotency-Key", "k1")
                .body(rating(4))
                .post(signOffs())
                .then()
                .statusCode(201)
                .body("id", not(equalTo(first)));
        String another = Parties.agency().get(plan()).path("lines[11].id");
        parties.asEmployer()
                .header("Idempotency-Key", "k1")
                .body(rating(4))
                .post(plan() + "/lines/" + another + "/sign-offs")
                .then()
                .statusCode(201)
                .body("lineId", equalTo(another));
    }

    @Test
    void evidence_of_prior_learning_sent_again_under_its_key_counts_once() {
        prior();
        Map<String, Object> body = Map.of("description", "certificate", "assessedOn", "2026-01-15");
        String path = plan() + "/lines/" + instruction + "/prior-learning";
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(parties.asEmployer()
                    .header("Idempotency-Key", "k1")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(201)
                    .body("lineState", equalTo("CREDITED"))
                    .extract()
                    .path("id"));
        }
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        parties.asEmployer()
                .header("Idempotency-Key", "k1")
                .body(Map.of("description", "another", "assessedOn", "2026-01-15"))
                .post(path)
                .then()
                .statusCode(422);
        withdraw(ids.get(0)).statusCode(200).body("lineState", not(equalTo("CREDITED")));

        parties.asEmployer()
                .header("Idempotency-Key", "k1")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .body("id", equalTo(ids.get(0)))
                .body("lineState", not(equalTo("CREDITED")));
        Parties.agency().get(path).then().body("items.id", contains(ids.get(0)));
    }

    @Test
    void a_sign_off_is_corrected_once_and_only_on_its_line() {
        String four = signOff(4, null).extract().path("id");
        signOff(3, four).statusCode(201);

        signOff(2, four)
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:sign-off-is-corrected"))
                .body("errors[0].pointer", equalTo("/corrects"));
        signOff(2, UUID.randomUUID().toString()).statusCode(422).body("errors[0].pointer", equalTo("/corrects"));
        onTheJob = Parties.agency().get(plan()).path("lines[11].id");
        signOff(2, four).statusCode(422).body("errors[0].pointer", equalTo("/corrects"));
        Parties.agency().get(plan()).then().body("lines[10].rating", equalTo(3));
    }

    @Test
    void a_completed_plan_takes_corrections_and_nothing_new_and_a_cancelled_one_neither() {
        String four = signOff(4, null).extract().path("id");
        Parties.agency().post(plan() + "/completion").then().statusCode(200);

        signOff(4, null).statusCode(409).body("type", equalTo("urn:dual-training:problem:plan-is-closed"));
        signOff(1, four).statusCode(201).body("lineState", equalTo("REVOKED"));

        Parties other = new Parties();
        UUID cancelled = other.activePlan();
        plan = cancelled;
        parties = other;
        onTheJob = Parties.agency().get(plan()).path("lines[10].id");
        String id = signOff(4, null).extract().path("id");
        Parties.agency().post(plan() + "/cancellation").then().statusCode(200);
        signOff(1, id).statusCode(409);
    }

    @Test
    void a_line_that_is_taught_elsewhere_by_now_still_takes_a_correction() {
        String four = signOff(4, null).extract().path("id");
        Parties.agency()
                .header("If-Match", "\"1.3\"")
                .body(Map.of("delivery", "RELATED_INSTRUCTION"))
                .patch(plan() + "/lines/" + onTheJob)
                .then()
                .statusCode(200);

        signOff(3, null).statusCode(422);
        signOff(1, four).statusCode(201);
    }

    @Test
    void evidence_of_prior_learning_is_corrected_or_withdrawn_once() {
        prior();
        String first = evidence("certificate of 2024", null)
                .statusCode(201)
                .body("lineState", equalTo("CREDITED"))
                .extract()
                .path("id");
        String second = evidence("certificate of 2025", first)
                .statusCode(201)
                .body("lineState", equalTo("CREDITED"))
                .extract()
                .path("id");
        evidence("again", first).statusCode(409);
        withdraw(first).statusCode(409);
        withdraw(UUID.randomUUID().toString()).statusCode(404);

        withdraw(second)
                .statusCode(200)
                .body("withdrawnAt", notNullValue())
                .body("withdrawalReason", equalTo("forged"))
                .body("lineState", equalTo("REVOKED"));
        withdraw(second).statusCode(409).body("type", equalTo("urn:dual-training:problem:prior-learning-is-past"));
        parties.asEmployer()
                .get(plan() + "/lines/" + instruction + "/prior-learning")
                .then()
                .body("items", hasSize(2))
                .body("items[0].correctedBy", equalTo(second))
                .body("items[1].withdrawalReason", equalTo("forged"));
        history().body("kind", equalTo("PRIOR_LEARNING_WITHDRAWN")).body("why", equalTo("forged"));
        Parties.agency()
                .get(plan())
                .then()
                .body("warnings.code", contains("PRIOR_WITHOUT_EVIDENCE", "ANTICIPATED_DATE_MISSING"));
    }

    @Test
    void a_completed_plan_loses_credit_for_prior_learning_that_was_wrong() {
        prior();
        String id = evidence("certificate of 2024", null).extract().path("id");
        Parties.agency().post(plan() + "/completion").then().statusCode(200);

        evidence("another", null).statusCode(409);
        withdraw(id).statusCode(200).body("lineState", equalTo("REVOKED"));
    }

    @Test
    void assessments_are_read_by_whoever_sees_the_plan() {
        signOff(4, null);
        new Parties().asEmployer().get(signOffs()).then().statusCode(404);
        parties.asCollege().get(signOffs()).then().statusCode(403);
        Parties.agency()
                .get(plan() + "/lines/" + UUID.randomUUID() + "/sign-offs")
                .then()
                .statusCode(404);
        Parties.agency()
                .get(plan() + "/lines/" + instruction + "/sign-offs")
                .then()
                .statusCode(200)
                .body("items", empty());
        String next = Parties.agency().get(signOffs() + "?limit=1").path("next");
        assertThat(next).isNull();
    }

    private void prior() {
        Parties.agency()
                .header("If-Match", "\"1.2\"")
                .body(Map.of("disposition", "PRIOR"))
                .patch(plan() + "/lines/" + instruction)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse signOffUnder(String key, int rating) {
        return parties.asEmployer()
                .header("Idempotency-Key", key)
                .body(rating(rating))
                .post(signOffs())
                .then();
    }

    private static Map<String, Object> rating(int rating) {
        return Map.of("rating", rating, "assessor", "J. Smith", "assessedOn", "2026-05-01");
    }

    private ValidatableResponse signOff(int rating, @Nullable String corrects) {
        Map<String, Object> body = new HashMap<>(
                Map.of("rating", rating, "assessor", "J. Smith", "assessedOn", "2026-05-01", "note", "as seen"));
        if (corrects != null) {
            body.put("corrects", corrects);
        }
        return parties.asEmployer().body(body).post(signOffs()).then();
    }

    private ValidatableResponse evidence(String description, @Nullable String corrects) {
        Map<String, Object> body = new HashMap<>(Map.of("description", description, "assessedOn", "2026-01-15"));
        if (corrects != null) {
            body.put("corrects", corrects);
        }
        return parties.asEmployer()
                .body(body)
                .post(plan() + "/lines/" + instruction + "/prior-learning")
                .then();
    }

    private ValidatableResponse withdraw(String evidence) {
        return parties.asEmployer()
                .body(Map.of("reason", "forged"))
                .post(plan() + "/lines/" + instruction + "/prior-learning/" + evidence + "/withdrawal")
                .then();
    }

    /** The latest entry. */
    private ValidatableResponse history() {
        return Parties.agency().get(plan() + "/history").then().rootPath("items[-1]");
    }

    private String plan() {
        return "/api/v1/training-plans/" + plan;
    }

    private String signOffs() {
        return plan() + "/lines/" + onTheJob + "/sign-offs";
    }
}
