package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan goes to a newer version of its framework, and nothing that is finished is lost. */
@PlanServiceTest
class PlanUpgradeTest {

    private Parties parties;
    private UUID plan;

    @BeforeEach
    void a_plan_of_the_first_version() {
        parties = new Parties();
        plan = Parties.created(
                "/training-plans",
                Map.<String, Object>of(
                        "apprenticeId",
                        parties.apprentice,
                        "frameworkId",
                        FakeRevisions.FRAMEWORK,
                        "frameworkVersion",
                        1,
                        "targetCertificationId",
                        FakeCatalog.CERTIFICATION));
    }

    @Test
    void a_preview_says_what_becomes_of_each_line_and_changes_nothing() {
        Parties.agency().post(path() + "/activation").then().statusCode(200);
        finishSome();
        String before = Parties.agency().get(path()).asString();

        JsonPath preview = preview(2).statusCode(200).extract().jsonPath();

        assertThat(preview.getInt("from")).isEqualTo(1);
        assertThat(preview.getInt("to")).isEqualTo(2);
        assertThat(preview.getBoolean("targetCertificationStays")).isTrue();
        Map<Integer, String> outcomes = Map.of(
                0,
                "KEPT",
                1,
                "REWORDED",
                2,
                "CHANGED",
                3,
                "NOT_MENTIONED",
                4,
                "RETIRED",
                5,
                "REPLACED",
                6,
                "REPLACED",
                11,
                "CHANGED",
                12,
                "REPLACED",
                13,
                "REPLACED");
        outcomes.forEach((number, outcome) ->
                assertThat(preview.getString(of(number) + "outcome")).isEqualTo(outcome));
        assertThat(preview.getString(of(FakeRevisions.SPLIT_B) + "outcome")).isEqualTo("REPLACEMENT");
        assertThat(preview.getString(of(FakeRevisions.NEW_ON_THE_JOB) + "outcome"))
                .isEqualTo("NEW");
        assertThat(preview.getString(of(FakeRevisions.NEW_OFF_FORM) + "outcome"))
                .isNull();
        assertThat(preview.getString(of(1) + "competencyName")).isEqualTo("Competency 1 in other words");
        assertThat(preview.getString(of(1) + "previousName")).isEqualTo("Competency 1");
        assertThat(preview.getList(of(6) + "replacedBy"))
                .containsExactly(FakeRevisions.SPLIT_A.toString(), FakeRevisions.SPLIT_B.toString());
        assertThat(preview.getList(of(FakeRevisions.MERGED) + "replaces"))
                .containsExactly(preview.getString(of(12) + "lineId"), preview.getString(of(13) + "lineId"));
        assertThat(preview.getString(of(5) + "disposition")).isEqualTo("EXCLUDED");
        assertThat(preview.getString(of(5) + "previousDisposition")).isEqualTo("TRAIN");
        for (int finished : List.of(0, 4, 6, 10, 11, 12)) {
            assertThat(preview.getBoolean(of(finished) + "staysCredited")).isTrue();
            assertThat(preview.getString(of(finished) + "disposition")).isNotEqualTo("EXCLUDED");
        }
        // 15 with one excluded by the employer; two more are given up, and five are added
        assertThat(preview.getMap("before")).isEqualTo(Map.<String, Object>of("total", 14, "finished", 6));
        assertThat(preview.getMap("after")).isEqualTo(Map.<String, Object>of("total", 17, "finished", 6));
        assertThat(Parties.agency().get(path()).asString()).isEqualTo(before);
    }

    @Test
    void an_upgrade_does_what_the_preview_says_and_loses_nothing_that_is_finished() {
        Parties.agency().post(path() + "/activation").then().statusCode(200);
        finishSome();
        agreeOnReplaced();
        JsonPath before = Parties.agency().get(path()).jsonPath();
        JsonPath preview = preview(2).extract().jsonPath();

        JsonPath after = upgrade(Map.of("to", 2, "why", "the state reworked the model"))
                .statusCode(200)
                .body("frameworkVersion", equalTo(2))
                // one step: no credit was made, corrected or revoked by it
                .body("version", equalTo(before.getInt("version") + 1))
                .extract()
                .jsonPath();

        assertThat(after.getList("lines.competencyId")).isEqualTo(preview.getList("lines.competencyId"));
        assertThat(after.getList("lines.competencyName")).isEqualTo(preview.getList("lines.competencyName"));
        assertThat(after.getList("lines.disposition")).isEqualTo(preview.getList("lines.disposition"));
        assertThat(after.getList("lines.minimumRating")).isEqualTo(preview.getList("lines.minimumRating"));
        List<Map<String, ?>> credits = before.getList("lines.findAll { it.state == 'CREDITED' }");
        assertThat(credits).hasSize(6);
        for (Map<String, ?> credit : credits) {
            Map<String, ?> still = after.getMap("lines.find { it.id == '" + credit.get("id") + "' }");
            for (String member : List.of("state", "basis", "completedOn", "disposition", "delivery")) {
                assertThat(still.get(member)).isEqualTo(credit.get(member));
            }
        }
        // core by now, which needs 3 or 4; finished with 2 when it was not
        assertThat(after.getInt(of(FakeRevisions.BECOMES_CORE) + "rating")).isEqualTo(2);
        assertThat(after.getString(of(FakeRevisions.BECOMES_CORE) + "minimumRating"))
                .isNull();
        assertThat(after.getString(of(14) + "minimumRating")).isNull();
        assertThat(after.getString(of(5) + "reason")).isEqualTo("Version 2 of the framework replaced this competency.");
        assertThat(after.getString(of(7) + "reason")).isEqualTo("has a degree");
        assertThat(after.getString(of(FakeRevisions.REPLACEMENT) + "courseName"))
                .isEqualTo("Terminology");
        assertThat(after.getString(of(FakeRevisions.REPLACEMENT) + "providerId"))
                .isEqualTo(parties.college.toString());
        assertThat(after.getString(of(FakeRevisions.REPLACEMENT) + "anticipatedCompletionDate"))
                .isEqualTo("2027-06-30");
        assertThat(after.getString(of(FakeRevisions.REPLACEMENT) + "state")).isEqualTo("OPEN");
        assertThat(after.getInt(of(FakeRevisions.MERGED) + "minimumRating")).isEqualTo(3);
        Parties.agency()
                .get(path() + "/history?limit=200")
                .then()
                .rootPath("items[-1]")
                .body("kind", equalTo("UPGRADED"))
                .body("what", equalTo("Upgraded the plan from version 1 to version 2 of the framework."))
                .body("why", equalTo("the state reworked the model"))
                .body("before.frameworkVersion", equalTo(1))
                .body("after.lines", hasKey(after.getString(of(5) + "id")));
    }

    @Test
    void evidence_stays_where_it_is_and_a_line_that_was_given_up_may_be_taken_back() {
        Parties.agency().post(path() + "/activation").then().statusCode(200);
        finishSome();
        upgrade(Map.of("to", 2)).statusCode(200);
        String line = Parties.agency().get(path()).path(of(5) + "id");

        complete("HIMC5B");
        Parties.agency().get(path()).then().body(of(5) + "state", equalTo("OPEN"));
        parties.asEmployer()
                .header("If-Match", etag())
                .body(Map.of("disposition", "TRAIN"))
                .patch(path() + "/lines/" + line)
                .then()
                .statusCode(200)
                .body(of(5) + "state", equalTo("CREDITED"));
    }

    @Test
    void a_line_that_was_finished_before_keeps_its_minimum_when_other_terms_change() {
        Parties.agency().post(path() + "/activation").then().statusCode(200);
        finishSome();
        upgrade(Map.of("to", 2)).statusCode(200);
        String line = Parties.agency().get(path()).path(of(FakeRevisions.BECOMES_CORE) + "id");

        parties.asEmployer()
                .header("If-Match", etag())
                .body(Map.of("courseName", "At the front desk"))
                .patch(path() + "/lines/" + line)
                .then()
                .statusCode(200)
                .body(of(FakeRevisions.BECOMES_CORE) + "state", equalTo("CREDITED"));
    }

    @Test
    void a_draft_that_has_evidence_already_keeps_it_through_an_upgrade() {
        finishSome();
        upgrade(Map.of("to", 2)).statusCode(200);

        Parties.agency()
                .post(path() + "/activation")
                .then()
                .statusCode(200)
                .body(of(4) + "state", equalTo("CREDITED"))
                .body(of(FakeRevisions.BECOMES_CORE) + "state", equalTo("CREDITED"))
                .body("lines.findAll { it.state == 'CREDITED' }.size()", equalTo(6));
    }

    @Test
    void an_upgrade_that_is_sent_again_changes_nothing() {
        String etag = etag();
        upgrade(etag, Map.of("to", 2)).statusCode(200).header("ETag", "\"1.2\"");

        upgrade(etag, Map.of("to", 2)).statusCode(200).header("ETag", "\"1.2\"");
        preview(2).statusCode(200).body("lines.outcome", everyItem(is(oneOf("KEPT", "OUTSIDE"))));
        Parties.agency().get(path() + "/history").then().body("items.size()", equalTo(2));
    }

    @Test
    void a_target_that_the_version_no_longer_has_must_be_chosen_anew() {
        preview(3)
                .statusCode(200)
                .body("targetCertificationStays", equalTo(false))
                .body("certificationIds[0]", equalTo(FakeRevisions.OTHER_CERTIFICATION.toString()));
        // without a version, and even without a body: the latest
        parties.asEmployer()
                .noContentType()
                .header("If-Match", etag())
                .post(path() + "/upgrade")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/targetCertificationId"));
        upgrade(Map.of("targetCertificationId", UUID.randomUUID())).statusCode(422);

        upgrade(Map.of("targetCertificationId", FakeRevisions.OTHER_CERTIFICATION))
                .statusCode(200)
                .body("frameworkVersion", equalTo(3))
                .body("targetCertificationId", equalTo(FakeRevisions.OTHER_CERTIFICATION.toString()));
        upgrade(Map.of("to", 2)).statusCode(422).body("errors[0].pointer", equalTo("/to"));
    }

    @Test
    void two_upgrades_in_a_row_leave_what_the_first_one_gave_up_as_it_is() {
        upgrade(Map.of("to", 2)).statusCode(200);
        List<String> lines = Parties.agency().get(path()).path("lines.id");

        preview(3).body(of(4) + "outcome", equalTo("OUTSIDE"));
        upgrade(Map.of("to", 3, "targetCertificationId", FakeRevisions.OTHER_CERTIFICATION))
                .statusCode(200)
                .body("lines.id", equalTo(lines))
                .body(of(4) + "reason", containsString("Version 2"));
    }

    @Test
    void what_cannot_be_upgraded_is_refused_and_changes_nothing() {
        upgrade(Map.of("to", 9)).statusCode(422).body("errors[0].pointer", equalTo("/to"));
        preview(9).statusCode(422).body("errors[0].pointer", equalTo("to"));
        parties.asEmployer().get(path() + "/upgrade-preview?to=x").then().statusCode(400);
        upgrade(Map.of("to", 0)).statusCode(400).body("errors[0].pointer", equalTo("/to"));
        upgrade(Map.of("version", 2)).statusCode(400);
        parties.asEmployer()
                .body(Map.of("to", 2))
                .post(path() + "/upgrade")
                .then()
                .statusCode(428);
        upgrade("\"1.7\"", Map.of("to", 2)).statusCode(412);
        new Parties()
                .asEmployer()
                .header("If-Match", etag())
                .body(Map.of("to", 2))
                .post(path() + "/upgrade")
                .then()
                .statusCode(404);
        new Parties().asEmployer().get(path() + "/upgrade-preview").then().statusCode(404);
        Parties.agency().get(path()).then().header("ETag", "\"1.1\"").body("frameworkVersion", equalTo(1));

        Parties.agency().post(path() + "/cancellation").then().statusCode(200);
        upgrade(Map.of("to", 2)).statusCode(409);
        preview(2).statusCode(409).body("type", equalTo("urn:dual-training:problem:plan-is-closed"));
    }

    @Test
    void what_the_plan_left_out_of_the_older_version_stays_out() {
        UUID apprentice = Parties.created(
                "/apprentices", Map.<String, Object>of("name", "Sam Roe", "employerId", parties.employer));
        plan = Parties.created(
                "/training-plans",
                Map.<String, Object>of(
                        "apprenticeId",
                        apprentice,
                        "frameworkId",
                        FakeRevisions.FRAMEWORK,
                        "frameworkVersion",
                        1,
                        "targetCertificationId",
                        FakeCatalog.CERTIFICATION,
                        "lines",
                        Stream.of(0, 6)
                                .map(i -> Map.of("competencyId", FakeCatalog.COMPETENCIES.get(i)))
                                .toList()));

        upgrade(Map.of("to", 2))
                .statusCode(200)
                .body(of(7) + "id", nullValue())
                .body(of(FakeRevisions.SPLIT_A) + "disposition", equalTo("TRAIN"))
                .body(of(FakeRevisions.NEW_ON_THE_JOB) + "delivery", equalTo("ON_THE_JOB"));
    }

    /** By a course 4 and 6, by sign-off 10, 11 (with 2) and 12, by prior learning 0; 5 and 13 are under way. */
    private void finishSome() {
        parties.map("HIMC4", 4);
        parties.map("HIMC5A", 5);
        parties.map("HIMC5B", 5);
        parties.map("HIMC6", 6);
        complete("HIMC4");
        complete("HIMC5A");
        complete("HIMC6");
        signOff(10, 4);
        signOff(FakeRevisions.BECOMES_CORE, 2);
        signOff(12, 3);
        signOff(13, 2);
        change(0, Map.of("disposition", "PRIOR"));
        change(7, Map.of("disposition", "EXCLUDED", "reason", "has a degree"));
        parties.asEmployer()
                .body(Map.of("description", "certificate of 2024", "assessedOn", "2026-01-15"))
                .post(path() + "/lines/" + line(0) + "/prior-learning")
                .then()
                .statusCode(201);
    }

    private void agreeOnReplaced() {
        change(
                5,
                Map.of(
                        "courseName",
                        "Terminology",
                        "providerId",
                        parties.college,
                        "anticipatedCompletionDate",
                        "2027-06-30"));
    }

    private void change(int number, Map<String, Object> terms) {
        parties.asEmployer()
                .header("If-Match", etag())
                .body(terms)
                .patch(path() + "/lines/" + line(number))
                .then()
                .statusCode(200);
    }

    private void complete(String course) {
        parties.post(course, parties.completion(course, course)).then().statusCode(201);
    }

    private void signOff(int number, int rating) {
        parties.asEmployer()
                .body(Map.of("rating", rating, "assessor", "J. Smith", "assessedOn", "2026-05-01"))
                .post(path() + "/lines/" + line(number) + "/sign-offs")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse preview(int to) {
        return parties.asEmployer().get(path() + "/upgrade-preview?to=" + to).then();
    }

    private ValidatableResponse upgrade(Map<String, Object> body) {
        return upgrade(etag(), body);
    }

    private ValidatableResponse upgrade(String ifMatch, Map<String, Object> body) {
        return parties.asEmployer()
                .header("If-Match", ifMatch)
                .body(new HashMap<>(body))
                .post(path() + "/upgrade")
                .then();
    }

    private String line(int number) {
        return Parties.agency().get(path()).path(of(number) + "id");
    }

    private String etag() {
        return Parties.agency().get(path()).header("ETag");
    }

    private String path() {
        return "/api/v1/training-plans/" + plan;
    }

    private static String of(int number) {
        return of(FakeCatalog.COMPETENCIES.get(number));
    }

    private static String of(UUID competency) {
        return "lines.find { it.competencyId == '" + competency + "' }.";
    }
}
