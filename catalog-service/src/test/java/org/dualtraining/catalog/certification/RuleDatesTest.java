package org.dualtraining.catalog.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.CERTIFICATIONS;
import static org.dualtraining.catalog.CatalogApi.FRAMEWORKS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.college;
import static org.dualtraining.catalog.CatalogApi.competencyId;
import static org.dualtraining.catalog.CatalogApi.imported;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.post;
import static org.dualtraining.catalog.CatalogApi.published;
import static org.dualtraining.catalog.CatalogApi.smallModel;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.catalog.WithServers;
import org.dualtraining.testkit.EventContract;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From which day a rule holds, and what the other services are told on that day. */
@QuarkusTest
@WithServers
class RuleDatesTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-03-10");

    @Inject
    Jdbi jdbi;

    @Inject
    AnnounceDueRules dueRules;

    private String occupation = "";
    private UUID framework = UUID.randomUUID();
    private String certification = "";

    @BeforeEach
    void a_certification_of_its_own() {
        SetClock.to(TODAY);
        occupation = newOccupation();
        framework = published(smallModel(occupation));
        certification =
                college().get("/api/v1/certifications?framework=" + framework).path("items[0].id");
    }

    private Response enter(int rating, String effectiveFrom) {
        return agency().contentType("application/json")
                .header(
                        "If-Match",
                        college().get(CERTIFICATIONS + certification).header("ETag"))
                .queryParam("effectiveFrom", effectiveFrom)
                .body("{\"competency\":\"%s\",\"minimumRating\":%d}"
                        .formatted(competencyId(framework, 1, "Welding"), rating))
                .put(CERTIFICATIONS + certification + "/rule");
    }

    private Integer ratingHeldOn(String day) {
        SetClock.to(LocalDate.parse(day));
        return college().get(CERTIFICATIONS + certification).path("rule.minimumRating");
    }

    /** What was said of the certification, in order. */
    private List<JsonPath> events() {
        List<String> payloads = jdbi.withHandle(
                h -> h.createQuery("SELECT payload::text FROM outbox WHERE record_key = :key ORDER BY id")
                        .bind("key", certification)
                        .mapTo(String.class)
                        .list());
        assertThat(payloads).allSatisfy(payload -> assertThat(
                        EventContract.of(CertificationRuleChanged.TYPE).violations(payload))
                .isEmpty());
        return payloads.stream().map(JsonPath::from).toList();
    }

    private List<Integer> announced() {
        return events().stream().map(event -> event.getInt("ruleVersion")).toList();
    }

    @Test
    void a_rule_holds_and_is_announced_at_once_unless_it_is_for_a_later_day() {
        enter(1, "2027-03-10")
                .then()
                .statusCode(200)
                .body("ruleVersion", equalTo(1))
                .body("ruleVersions[0].effectiveFrom", equalTo("2027-03-10"));
        assertThat(announced()).containsExactly(1);

        enter(2, "2027-03-11")
                .then()
                .statusCode(200)
                .body("ruleVersion", equalTo(1))
                .body("ruleVersions.version", contains(1, 2));
        dueRules.handle();
        assertThat(announced()).containsExactly(1);
    }

    @Test
    void a_rule_for_a_later_day_is_announced_once_when_the_day_comes() {
        enter(1, "2027-03-10").then().statusCode(200);
        enter(2, "2027-03-11").then().statusCode(200);

        assertThat(ratingHeldOn("2027-03-11")).isEqualTo(2);
        dueRules.handle();
        dueRules.handle();

        assertThat(announced()).containsExactly(1, 2);
        assertThat(events().get(1).getString("effectiveFrom")).isEqualTo("2027-03-11");
    }

    @Test
    void the_first_rule_may_be_for_a_later_day() {
        enter(1, "2027-04-01").then().statusCode(200).body("rule", nullValue()).body("ruleVersion", nullValue());
        assertThat(announced()).isEmpty();

        assertThat(ratingHeldOn("2027-03-31")).isNull();
        assertThat(ratingHeldOn("2027-04-01")).isEqualTo(1);
    }

    @Test
    void a_rule_with_an_earlier_day_than_the_one_that_holds_changes_nothing_today() {
        enter(1, "2027-03-01").then().statusCode(200);

        enter(2, "2027-02-01").then().statusCode(200).body("ruleVersion", equalTo(1));

        assertThat(announced()).containsExactly(1);
        assertThat(ratingHeldOn("2027-03-10")).isEqualTo(1);
    }

    @Test
    void of_two_rules_of_one_day_the_last_holds() {
        enter(1, "2027-03-20").then().statusCode(200);
        enter(2, "2027-03-20").then().statusCode(200);

        assertThat(ratingHeldOn("2027-03-20")).isEqualTo(2);
        dueRules.handle();
        assertThat(announced()).containsExactly(2);
    }

    @Test
    void a_rule_that_was_entered_earlier_may_come_to_hold_later_and_its_event_is_the_newer_one() {
        enter(1, "2027-03-10").then().statusCode(200);
        enter(2, "2027-06-01").then().statusCode(200);
        enter(3, "2027-04-01").then().statusCode(200);

        assertThat(ratingHeldOn("2027-04-01")).isEqualTo(3);
        dueRules.handle();
        assertThat(ratingHeldOn("2027-06-01")).isEqualTo(2);
        dueRules.handle();

        assertThat(announced()).containsExactly(1, 3, 2);
        assertThat(events().stream().map(event -> event.getLong("revision")).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void the_day_on_which_another_rule_comes_to_hold_changes_the_tag_of_the_certification_and_of_lists() {
        String list = "/api/v1/certifications?framework=" + framework;
        enter(1, "2027-03-10").then().statusCode(200);
        enter(2, "2027-03-11").then().statusCode(200);
        String tag = college().get(CERTIFICATIONS + certification).header("ETag");
        String tagOfList = college().get(list).header("ETag");
        college().header("If-None-Match", tagOfList).get(list).then().statusCode(304);

        SetClock.to(TODAY.plusDays(1));

        college()
                .header("If-None-Match", tag)
                .get(CERTIFICATIONS + certification)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
        college()
                .header("If-None-Match", tagOfList)
                .get(list)
                .then()
                .statusCode(200)
                .body("items[0].ruleVersion", equalTo(2));
    }

    @Test
    void the_rule_that_holds_on_the_day_anyway_makes_no_version() {
        enter(1, "2027-03-10").then().statusCode(200);
        enter(2, "2027-04-01").then().statusCode(200);

        enter(2, "2027-04-01").then().statusCode(200).body("ruleVersions.version", contains(1, 2));
        enter(2, "2027-05-01").then().statusCode(200).body("ruleVersions.version", contains(1, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2027-02-30", "2027-3-1", "2027-03-10T00:00:00Z", "1066-10-14", "9999-01-01"})
    void a_day_that_is_none_is_refused(String day) {
        isProblem(enter(1, day), 400);

        college().get(CERTIFICATIONS + certification).then().body("rule", nullValue());
    }

    @Test
    void a_certification_that_a_published_version_abbreviates_otherwise_is_announced_again() {
        enter(1, "2027-03-10").then().statusCode(200);
        String revised = smallModel(occupation).replace("Test Welder (TW)", "Test Welder (TWX)");

        int number = post(revised).then().statusCode(201).extract().path("version");
        assertThat(announced()).as("a draft says nothing yet").containsExactly(1);
        agency().post(FRAMEWORKS + framework + "/versions/" + number + "/publication")
                .then()
                .statusCode(200);

        college().get(CERTIFICATIONS + certification).then().body("abbreviation", equalTo("TWX"));
        assertThat(announced()).containsExactly(1, 1);
        assertThat(events().get(1).getString("abbreviation")).isEqualTo("TWX");
        assertThat(events().get(1).getLong("revision"))
                .isGreaterThan(events().get(0).getLong("revision"));
    }

    @Test
    void a_competency_that_only_a_draft_had_that_was_given_up_is_no_competency_for_a_rule() {
        String revised = smallModel(occupation).replace("- Welding", "- Soldering \u2013 solders\n- Welding");
        int number = post(revised).then().statusCode(201).extract().path("version");
        String soldering = competencyId(framework, number, "Soldering");
        String rule = "{\"competency\":\"" + soldering + "\"}";
        String tag = college().get(CERTIFICATIONS + certification).header("ETag");

        agency().post(FRAMEWORKS + framework + "/versions/" + number + "/retirement")
                .then()
                .statusCode(200);

        isProblem(
                        agency().contentType("application/json")
                                .header("If-Match", tag)
                                .body(rule)
                                .put(CERTIFICATIONS + certification + "/rule"),
                        422)
                .body("errors[0].pointer", equalTo("/competency"));
    }

    @Test
    void a_competency_of_the_newest_draft_may_be_named() {
        UUID draft = imported(smallModel(newOccupation()));
        String ofDraft =
                college().get("/api/v1/certifications?framework=" + draft).path("items[0].id");

        agency().contentType("application/json")
                .header("If-Match", college().get(CERTIFICATIONS + ofDraft).header("ETag"))
                .body("{\"competency\":\"" + competencyId(draft, 1, "Safety") + "\"}")
                .put(CERTIFICATIONS + ofDraft + "/rule")
                .then()
                .statusCode(200);
    }
}
