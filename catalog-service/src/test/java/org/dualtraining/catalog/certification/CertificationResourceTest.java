package org.dualtraining.catalog.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.CERTIFICATIONS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.college;
import static org.dualtraining.catalog.CatalogApi.competencyId;
import static org.dualtraining.catalog.CatalogApi.imported;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.seedFor;
import static org.dualtraining.catalog.CatalogApi.smallModel;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.dualtraining.catalog.WithServers;
import org.dualtraining.testkit.EventContract;
import org.dualtraining.testkit.TopicClient;
import org.dualtraining.testkit.Topics;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithServers
class CertificationResourceTest {

    @Inject
    Jdbi jdbi;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private UUID framework = UUID.randomUUID();

    /** A certification of a framework of its own. */
    private String newCertification() {
        framework = imported(smallModel(newOccupation()));
        return college()
                .get("/api/v1/certifications?framework=" + framework)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private String weldingRule(int rating) {
        return "{\"allOf\":[{\"competency\":\"%s\",\"minimumRating\":%d},{\"competency\":\"%s\"}],\"validFor\":\"P2Y\"}"
                .formatted(competencyId(framework, 1, "Welding"), rating, competencyId(framework, 1, "Safety"));
    }

    private static String tag(String certification) {
        return college().get(CERTIFICATIONS + certification).header("ETag");
    }

    private static Response put(String certification, String tag, String rule) {
        return agency().contentType("application/json")
                .header("If-Match", tag)
                .body(rule)
                .put(CERTIFICATIONS + certification + "/rule");
    }

    private long outboxRows(String certification) {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM outbox WHERE record_key = :key")
                .bind("key", certification)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void an_issuer_is_who_the_document_says_unless_the_credential_is_known() {
        UUID framework = imported(seedFor(newOccupation())
                .replace("Clinical Medical Assistant (CCMA)", "Test Welder (TW) \u2013 Test Institute")
                .replace("(CMCS)", "(CMCS), Grain College"));

        college()
                .get("/api/v1/certifications?framework=" + framework)
                .then()
                .statusCode(200)
                .body("items[1].name", equalTo("Test Welder"))
                .body("items[1].abbreviation", equalTo("TW"))
                .body("items[1].issuer", equalTo("Test Institute"))
                .body("items[2].name", equalTo("Billing and Coding Specialist"))
                .body("items[2].issuer", containsString("National Healthcareer Association"));
    }

    @Test
    void the_seeds_certifications_are_listed_in_order_with_their_issuer_and_without_a_rule() {
        UUID seed = imported(seedFor(newOccupation()));

        college()
                .get("/api/v1/certifications?framework=" + seed)
                .then()
                .statusCode(200)
                .body("items.abbreviation", contains("CEHRS", "CCMA", "CMCS", "CPCT/A", "CMAA"))
                .body("items[2].issuer", containsString("National Healthcareer Association"))
                .body("items[0].rule", nullValue())
                .body("items[0].ruleVersions", hasSize(0));
        isProblem(college().get("/api/v1/certifications?framework=no-uuid"), 400);
    }

    @Test
    void a_rule_is_entered_kept_in_every_version_and_put_in_words() {
        String certification = newCertification();
        String first = weldingRule(3);
        String second = weldingRule(4);

        put(certification, tag(certification), first)
                .then()
                .statusCode(200)
                .body("ruleVersion", equalTo(1))
                .body("ruleText", equalTo("all of: Welding (rated 3 or better) and Safety; valid for 2 years"));
        put(certification, tag(certification), second).then().statusCode(200).body("ruleVersion", equalTo(2));

        Response read = college().get(CERTIFICATIONS + certification);
        read.then()
                .statusCode(200)
                .body("ruleVersion", equalTo(2))
                .body("rule.validFor", equalTo("P2Y"))
                .body("ruleVersions.version", contains(1, 2))
                .body("ruleVersions[0].rule.allOf[0].minimumRating", equalTo(3));
        assertThat(read.jsonPath().getMap("rule"))
                .isEqualTo(JsonPath.from(second).getMap(""));
    }

    @Test
    void the_same_rule_again_makes_no_version_and_no_event() {
        String certification = newCertification();
        put(certification, tag(certification), weldingRule(3)).then().statusCode(200);
        String tag = tag(certification);

        put(certification, tag, weldingRule(3))
                .then()
                .statusCode(200)
                .body("ruleVersion", equalTo(1))
                .header("ETag", equalTo(tag));

        assertThat(outboxRows(certification)).isEqualTo(1);
    }

    @Test
    void a_note_stands_beside_the_rule_and_not_in_it() {
        String certification = newCertification();

        agency().contentType("application/json")
                .header("If-Match", tag(certification))
                .queryParam("note", "Illustration, to be confirmed")
                .body(weldingRule(3))
                .put(CERTIFICATIONS + certification + "/rule")
                .then()
                .statusCode(200)
                .body("ruleNote", equalTo("Illustration, to be confirmed"))
                .body("rule.note", nullValue());
    }

    @Test
    void every_rule_version_is_published_as_its_contract_says() {
        String certification = newCertification();
        put(certification, tag(certification), weldingRule(3)).then().statusCode(200);
        put(certification, tag(certification), weldingRule(4)).then().statusCode(200);

        List<ConsumerRecord<byte[], byte[]>> events;
        try (TopicClient topics = new TopicClient(kafka)) {
            events = Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> topics.readAll(Topics.CERTIFICATION_RULE_CHANGED).stream()
                                    .filter(event ->
                                            new String(event.key(), StandardCharsets.UTF_8).equals(certification))
                                    .toList(),
                            found -> found.size() >= 2);
        }

        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(TopicClient.header(event, "ce_type")).isEqualTo(CertificationRuleChanged.TYPE);
            assertThat(TopicClient.header(event, "ce_source")).isEqualTo("/catalog-service");
            assertThat(EventContract.of(CertificationRuleChanged.TYPE)
                            .violations(new String(event.value(), StandardCharsets.UTF_8)))
                    .isEmpty();
        });
        assertThat(JsonPath.from(new String(events.get(1).value(), StandardCharsets.UTF_8))
                        .getInt("ruleVersion"))
                .isEqualTo(2);
    }

    @Test
    void a_rule_needs_the_current_tag() {
        String certification = newCertification();
        String tag = tag(certification);
        put(certification, tag, weldingRule(3)).then().statusCode(200);

        isProblem(put(certification, tag, weldingRule(4)), 412);
        isProblem(
                agency().contentType("application/json")
                        .body(weldingRule(4))
                        .put(CERTIFICATIONS + certification + "/rule"),
                428);

        college().get(CERTIFICATIONS + certification).then().body("ruleVersion", equalTo(1));
    }

    @Test
    void a_rule_that_makes_no_sense_in_its_framework_is_refused_and_not_stored() {
        String certification = newCertification();
        String ofAnotherFramework = competencyId(imported(smallModel(newOccupation())), 1, "Welding");

        isProblem(put(certification, tag(certification), "{\"competency\":\"" + ofAnotherFramework + "\"}"), 422)
                .body("errors[0].pointer", equalTo("/competency"));
        isProblem(put(certification, tag(certification), "{\"credential\":\"" + certification + "\"}"), 422)
                .body("errors[0].pointer", equalTo("/credential"));

        college().get(CERTIFICATIONS + certification).then().body("rule", nullValue());
        assertThat(outboxRows(certification)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"allOf\":",
                "{\"allOf\":{}}",
                "{\"allOf\":[],\"allOf\":[]}",
                "{\"someOf\":[]}",
                "{\"competency\":\"no-uuid\"}",
                "{\"competency\":7}",
                "{\"atLeast\":{\"n\":\"1\",\"of\":[]}}",
                "{\"atLeast\":{\"n\":1.5,\"of\":[]}}",
                "{\"hours\":{\"delivery\":\"AT_HOME\",\"minimum\":1}}",
                "{\"hours\":{\"delivery\":0,\"minimum\":1}}",
            })
    void a_malformed_rule_is_refused_and_not_stored(String body) {
        String certification = newCertification();

        isProblem(put(certification, tag(certification), body), 400);

        college().get(CERTIFICATIONS + certification).then().body("rule", nullValue());
    }

    @Test
    void a_rule_is_at_most_ten_levels_deep() {
        String certification = newCertification();
        String leaf = "{\"competency\":\"" + competencyId(framework, 1, "Safety") + "\"}";

        put(certification, tag(certification), "{\"allOf\":[".repeat(9) + leaf + "]}".repeat(9))
                .then()
                .statusCode(200);
        isProblem(put(certification, tag(certification), "{\"allOf\":[".repeat(10) + leaf + "]}".repeat(10)), 400);
    }

    @Test
    void what_is_not_there_is_not_found() {
        newCertification();
        isProblem(college().get(CERTIFICATIONS + UUID.randomUUID()), 404);
        isProblem(college().get(CERTIFICATIONS + "no-uuid"), 404);
        isProblem(put(UUID.randomUUID().toString(), "\"1.1\"", weldingRule(3)), 404);
    }
}
