package org.dualtraining.progress.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CredentialResourceTest {

    private static final String DAY = "2026-05-15";

    @Inject
    Jdbi jdbi;

    private final Facts facts = new Facts();
    private final Door door = new Door();
    private final Verifier verifier = new Verifier();
    private final TopicClient kafka = Door.kafka();

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void the_credential_is_verified_with_the_published_key_and_no_other_tool_and_a_changed_one_is_not() {
        becomeEligible();

        String credential = issued();

        assertThat(verifier.accepts(credential)).isTrue();
        String[] parts = credential.split("\\.");
        String forged = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(facts.apprenticeId.toString(), UUID.randomUUID().toString());
        assertThat(verifier.accepts(parts[0] + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(forged.getBytes(StandardCharsets.UTF_8))
                        + "." + parts[2]))
                .isFalse();
        assertThat(verifier.findsRevoked(credential)).isFalse();
    }

    @Test
    void the_credential_is_an_open_badge_that_says_what_was_reached_and_names_nobody() {
        becomeEligible();

        String credential = issued();

        JsonPath header = verifier.header(credential);
        assertThat(header.<String, Object>getMap("").keySet()).containsExactlyInAnyOrder("alg", "kid", "typ");
        assertThat(header.getString("alg")).isEqualTo("RS256");
        assertThat(header.getString("typ")).isEqualTo("JWT");
        JsonPath badge = verifier.payload(credential);
        assertThat(badge.<String>getList("'@context'"))
                .containsExactly(
                        "https://www.w3.org/ns/credentials/v2",
                        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        assertThat(badge.<String>getList("type")).containsExactly("VerifiableCredential", "OpenBadgeCredential");
        assertThat(badge.getString("id")).startsWith("urn:uuid:").isEqualTo(badge.getString("jti"));
        assertThat(badge.getString("issuer.id")).isEqualTo(badge.getString("iss"));
        assertThat(badge.<String>getList("issuer.type")).containsExactly("Profile");
        assertThat(badge.getString("issuer.name")).isNotBlank();
        Map<String, Object> profile = new HashMap<>(verifier.issuer(credential));
        assertThat(profile.remove("@context")).isEqualTo(badge.getList("'@context'"));
        assertThat(profile).isEqualTo(badge.getMap("issuer"));
        assertThat(badge.getString("validFrom")).isEqualTo(DAY + "T00:00:00Z");
        assertThat(badge.getLong("nbf"))
                .isEqualTo(Instant.parse(DAY + "T00:00:00Z").getEpochSecond());
        assertThat(badge.<String, Object>getMap("")).doesNotContainKeys("validUntil", "exp", "vc", "proof");
        assertThat(Instant.parse(badge.getString("awardedDate")))
                .isBefore(Instant.now().plusSeconds(1));
        assertThat(badge.getString("credentialSubject.id"))
                .isEqualTo("urn:uuid:" + facts.apprenticeId)
                .isEqualTo(badge.getString("sub"));
        assertThat(badge.<String, Object>getMap("credentialSubject").keySet())
                .containsExactlyInAnyOrder("id", "type", "achievement");
        assertThat(badge.<String>getList("credentialSubject.type")).containsExactly("AchievementSubject");
        assertThat(badge.<Object>getList("evidence.type.flatten()")).containsOnly("Evidence");
        assertThat(badge.<String>getList("evidence.id")).hasSize(2).allSatisfy(id -> assertThat(id)
                .startsWith("urn:uuid:"));
        assertThat(badge.<String>getList("evidence.name")).containsExactly("Competency 0", "Competency 1");
    }

    @Test
    void the_achievement_is_eligibility_and_is_aligned_with_the_case_ids_of_competencies_and_framework() {
        becomeEligible();

        JsonPath achievement = verifier.payload(issued()).setRootPath("credentialSubject.achievement");

        assertThat(achievement.getString("id")).startsWith("urn:uuid:");
        assertThat(achievement.<String>getList("type")).containsExactly("Achievement");
        assertThat(achievement.getString("achievementType"))
                .isEqualTo("ext:CertificationEligibility")
                .matches("ext:[A-Za-z0-9._-]+");
        assertThat(achievement.getString("name")).contains("Certified Electronic Health Record Specialist");
        assertThat(achievement.getString("description")).contains("not hereby");
        assertThat(achievement.getString("criteria.narrative"))
                .isEqualTo("Version 1 of the requirement rule is satisfied by: all of (Competency 0; Competency 1).");
        assertThat(achievement.<String>getList("alignment.targetType"))
                .containsExactly("CFItem", "CFItem", "ext:CFDocument");
        assertThat(achievement.<String>getList("alignment.targetUrl"))
                .containsExactly(
                        "http://127.0.0.1:8081/ims/case/v1p1/CFItems/" + facts.competencies.get(0),
                        "http://127.0.0.1:8081/ims/case/v1p1/CFItems/" + facts.competencies.get(1),
                        "http://127.0.0.1:8081/ims/case/v1p1/CFDocuments/" + facts.frameworkId);
        assertThat(achievement.<String>getList("alignment.targetName"))
                .containsExactly("Competency 0", "Competency 1", "Electronic Health Records Specialists");
    }

    @Test
    void the_same_eligibility_is_issued_once_however_often_and_by_whom_it_is_asked_for() {
        becomeEligible();

        List<CompletableFuture<Response>> asked = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> ask(agency(), "application/json")))
                .toList();
        List<Response> answers = asked.stream().map(CompletableFuture::join).toList();
        Response again = ask(door.tokens().apprentice(facts.apprenticeId), "application/json");

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(7);
        Set<String> credentials = answers.stream()
                .map(answer -> answer.jsonPath().getString("credential"))
                .collect(Collectors.toSet());
        assertThat(credentials).hasSize(1);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("credential"))
                .isEqualTo(credentials.iterator().next());
        assertThat(again.jsonPath().getString("decoded.id"))
                .isEqualTo("urn:uuid:" + again.jsonPath().getString("issued.credentialId"));
        assertThat(list().getList("items.status")).containsExactly("VALID");
    }

    @Test
    void a_revoked_completion_revokes_the_credential_for_ever_and_who_is_eligible_again_gets_another() {
        becomeEligible();
        String first = issued();
        assertThat(verifier.findsRevoked(first)).isFalse();

        long version = facts.nextVersion();
        Map<String, Object> revocation = facts.competency(1, version, DAY, null);
        revocation.put("reason", "entered for the wrong learner");
        revocation.put("revokes", UUID.randomUUID());
        facts.sendCompetency(kafka, Facts.REVOKED, revocation);
        eligibilityIs(false);

        awaitRevoked(first);
        Response refused = ask(agency(), "application/vc+jwt");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:dual-training:problem:not-eligible");
        assertThat(refused.jsonPath().getString("detail")).endsWith("What is missing: all of (Competency 1).");

        facts.sendCompletion(kafka, 1);
        eligibilityIs(true);
        String second = issued();
        assertThat(verifier.payload(second).getString("id"))
                .isNotEqualTo(verifier.payload(first).getString("id"));
        assertThat(verifier.findsRevoked(second)).isFalse();
        assertThat(verifier.findsRevoked(first)).isTrue();
        assertThat(list().getList("items.status")).containsExactly("REVOKED", "VALID");
    }

    @Test
    void another_first_day_makes_another_eligibility() {
        becomeEligible();
        String first = issued();

        facts.sendCompetency(kafka, Facts.CORRECTED, facts.competency(1, facts.nextVersion(), "2026-06-01", null));
        door.eligibilityWhen(facts.planId, answer -> "2026-06-01".equals(answer.getString("certifications[0].since")));

        awaitRevoked(first);
        String second = issued();
        assertThat(verifier.payload(second).getString("validFrom")).isEqualTo("2026-06-01T00:00:00Z");
    }

    @Test
    void a_cancelled_plan_takes_its_credential_along() {
        becomeEligible();
        String credential = issued();

        facts.status = "CANCELLED";
        facts.sendPlan(kafka);

        awaitRevoked(credential);
        assertThat(ask(agency(), "application/json").statusCode()).isEqualTo(409);
    }

    @Test
    void while_a_plan_is_said_anew_after_a_restore_its_credential_holds() {
        becomeEligible();
        String credential = issued();

        // said long ago and taken in only now: what follows it is still on its way
        sendPlanOfEpoch(2, Instant.now().minus(Duration.ofHours(5)));
        eligibilityIs(false);
        assertThat(list().getList("items.status")).containsExactly("VALID");
        assertThat(verifier.findsRevoked(credential)).isFalse();
        for (int index : List.of(0, 1)) {
            Map<String, Object> again = facts.competency(index, facts.nextVersion(), DAY, null);
            again.put("epoch", 2);
            facts.sendCompetency(kafka, Facts.COMPLETED, again);
        }
        eligibilityIs(true);

        assertThat(issued()).isEqualTo(credential);
    }

    @Test
    void what_was_not_said_anew_in_an_hour_after_a_restore_is_lost() {
        becomeEligible();
        String credential = issued();

        sendPlanOfEpoch(2, Instant.now());
        eligibilityIs(false);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE plan_progress SET counted_at = counted_at - interval '61 minutes' WHERE plan_id = ?",
                facts.planId));

        awaitRevoked(credential);
    }

    private void sendPlanOfEpoch(int epoch, Instant recordedAt) {
        Map<String, Object> snapshot = facts.plan(facts.nextVersion());
        snapshot.put("epoch", epoch);
        snapshot.put("recordedAt", recordedAt.toString());
        Facts.sendBinary(
                kafka, "training-plan-changed", facts.planId, "/plan-service", Facts.PLAN, UUID.randomUUID(), snapshot);
    }

    @Test
    void a_rule_with_an_expiry_gives_the_credential_a_last_day() {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        becomeEligible(
                yesterday,
                Map.of("allOf", List.of(Map.of("competency", facts.competencies.get(0))), "validFor", "P1Y"));

        JsonPath badge = verifier.payload(issued());

        String end = yesterday.plusYears(1) + "T00:00:00Z";
        assertThat(badge.getString("validUntil")).isEqualTo(end);
        assertThat(badge.getLong("exp")).isEqualTo(Instant.parse(end).getEpochSecond());
        assertThat(list().getString("items[0].expiresOn"))
                .isEqualTo(yesterday.plusYears(1).toString());
    }

    @Test
    void what_has_expired_is_refused_in_words() {
        becomeEligible(
                LocalDate.of(2020, 1, 1),
                Map.of("allOf", List.of(Map.of("competency", facts.competencies.get(0))), "validFor", "P1Y"),
                false);

        Response refused = ask(agency(), "application/json");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("detail")).endsWith("all of (valid for 1 year), expired.");
    }

    @Test
    void another_partys_plan_and_a_foreign_certification_answer_like_none() {
        becomeEligible();
        issued();
        String path = "/api/v1/training-plans/" + facts.planId + "/credentials";
        for (String token :
                List.of(door.tokens().employer(UUID.randomUUID()), door.tokens().apprentice(UUID.randomUUID()))) {
            Response another = given().auth().oauth2(token).post(path + "/" + facts.certificationId);
            Response none = given().auth()
                    .oauth2(token)
                    .post("/api/v1/training-plans/" + UUID.randomUUID() + "/credentials/" + facts.certificationId);
            assertThat(another.statusCode()).isEqualTo(404);
            assertThat(another.asString()).isEqualTo(none.asString());
            assertThat(given().auth().oauth2(token).get(path).statusCode()).isEqualTo(404);
        }
        assertThat(given().auth()
                        .oauth2(agency())
                        .post(path + "/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().auth().oauth2(door.tokens().dashboard()).get(path).statusCode())
                .isEqualTo(403);
        assertThat(ask(door.tokens().employer(facts.employerId), "application/vc+jwt")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_answer_is_the_compact_form_unless_json_is_asked_for() {
        becomeEligible();

        assertThat(ask(agency(), "*/*").contentType()).isEqualTo("application/vc+jwt");
        assertThat(ask(agency(), "application/vc+jwt").contentType()).isEqualTo("application/vc+jwt");
        assertThat(ask(agency(), "application/json").contentType()).startsWith("application/json");
        assertThat(ask(agency(), "text/html").statusCode()).isEqualTo(406);
    }

    @Test
    void keys_and_lists_are_kept_by_caches_and_said_again_only_when_they_changed() {
        becomeEligible();
        String list = Verifier.local(verifier.payload(issued()).getString("credentialStatus.statusListCredential"));
        for (String path : List.of("/api/v1/credential-keys", list)) {
            Response answer = given().get(path);
            assertThat(answer.header("Cache-Control")).startsWith("public, max-age=");
            Response again =
                    given().header("If-None-Match", answer.header("ETag")).get(path);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.header("Cache-Control")).startsWith("public, max-age=");
        }
        assertThat(given().get("/api/v1/credential-status/999999").statusCode()).isEqualTo(404);
        assertThat(given().get("/api/v1/credential-keys/none").statusCode()).isEqualTo(404);
    }

    private void becomeEligible() {
        becomeEligible(LocalDate.parse(DAY), facts.needsBoth());
    }

    private void becomeEligible(LocalDate day, Object rule) {
        becomeEligible(day, rule, true);
    }

    private void becomeEligible(LocalDate day, Object rule, boolean expected) {
        facts.sendRule(kafka, 1, rule);
        facts.sendPlan(kafka);
        for (int index : List.of(0, 1)) {
            facts.sendCompetency(
                    kafka, Facts.COMPLETED, facts.competency(index, facts.nextVersion(), day.toString(), null));
        }
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 2);
        eligibilityIs(expected);
    }

    private void eligibilityIs(boolean expected) {
        door.eligibilityWhen(
                facts.planId,
                answer -> answer.get("certifications[0].ruleVersion") != null
                        && answer.getBoolean("certifications[0].eligible") == expected);
    }

    private void awaitRevoked(String credential) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> verifier.findsRevoked(credential));
    }

    private String issued() {
        Response answer = ask(agency(), "application/vc+jwt");
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        assertThat(answer.contentType()).isEqualTo("application/vc+jwt");
        return answer.asString();
    }

    private Response ask(String token, String accept) {
        return given().auth()
                .oauth2(token)
                .accept(accept)
                .post("/api/v1/training-plans/" + facts.planId + "/credentials/" + facts.certificationId);
    }

    private JsonPath list() {
        return door.read("/training-plans/" + facts.planId + "/credentials");
    }

    private String agency() {
        return door.tokens().agency();
    }
}
