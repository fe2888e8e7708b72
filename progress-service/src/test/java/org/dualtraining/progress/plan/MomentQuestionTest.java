package org.dualtraining.progress.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two times of a read, at the door. */
@QuarkusTest
class MomentQuestionTest {

    private final Facts facts = new Facts();
    private final Door door = new Door();
    private final TopicClient kafka = Door.kafka();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final LocalDate said = today.minusDays(200);
    private final LocalDate corrected = today.minusDays(100);
    private final LocalDate anticipated = today.plusDays(60);
    private final LocalDate expires = corrected.plusYears(1);
    private Instant beforeCorrection = Instant.EPOCH;

    @BeforeEach
    void a_credit_that_was_corrected() {
        facts.anticipated = anticipated.toString();
        facts.sendPlan(kafka);
        facts.sendRule(
                kafka, 1, Map.of("allOf", List.of(Map.of("competency", facts.competencies.get(0))), "validFor", "P1Y"));
        complete(facts, Facts.COMPLETED, said);
        door.eligibilityWhen(facts.planId, answer -> answer.getBoolean("certifications[0].eligible"));
        beforeCorrection = Instant.now().truncatedTo(ChronoUnit.MICROS);
        complete(facts, Facts.CORRECTED, corrected);
        door.progressWhen(facts.planId, plan -> corrected.toString().equals(plan.getString("lines[0].completedOn")));
    }

    private void complete(Facts whose, String type, LocalDate on) {
        whose.sendCompetency(kafka, type, whose.competency(0, whose.nextVersion(), on.toString(), null));
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void a_day_before_it_happened_has_not_seen_it_and_a_time_before_it_was_said_knows_what_was_said_before() {
        assertThat(progress("?asOf=" + corrected.minusDays(1)).getInt("credited"))
                .isZero();
        assertThat(progress("?asOf=" + corrected.minusDays(1)).getString("lines[0].state"))
                .isEqualTo("OPEN");
        assertThat(progress("?asOf=" + corrected).getInt("credited")).isEqualTo(1);
        JsonPath before = progress("?asOf=" + corrected.minusDays(1) + "&knownAt=" + beforeCorrection);
        assertThat(before.getString("lines[0].completedOn")).isEqualTo(said.toString());
        assertThat(before.getString("asOf")).isEqualTo(corrected.minusDays(1).toString());
        assertThat(Instant.parse(before.getString("knownAt"))).isEqualTo(beforeCorrection);
        assertThat(progress("?asOf=" + said.minusDays(1) + "&knownAt=" + beforeCorrection)
                        .getInt("credited"))
                .isZero();
        assertThat(progress("?knownAt=" + beforeCorrection).getString("asOf")).isEqualTo(today.toString());
    }

    @Test
    void a_day_to_come_has_seen_it_expire_and_fall_overdue() {
        assertThat(eligibility("?asOf=" + expires.minusDays(1)).getBoolean("certifications[0].eligible"))
                .isTrue();
        JsonPath later = eligibility("?asOf=" + expires);
        assertThat(later.getBoolean("certifications[0].eligible")).isFalse();
        assertThat(later.getString("certifications[0].explanation.status")).isEqualTo("EXPIRED");
        assertThat(progress("?asOf=" + anticipated).getString("nextDue.competencyName"))
                .isEqualTo("Competency 1");
        assertThat(progress("?asOf=" + anticipated.plusDays(1)).getList("overdue.competencyName"))
                .containsExactly("Competency 1");
        assertThat(list("?asOf=" + expires.minusDays(1)).getList("items.since")).containsExactly(corrected.toString());
        assertThat(list("?asOf=" + expires).getList("items")).isEmpty();
        assertThat(list("?asOf=" + expires.minusDays(1) + "&since=" + corrected.plusDays(1))
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void today_is_all_that_is_known_by_now_and_a_plan_was_not_known_before_it_was_heard_of() {
        assertThat(progress("?knownAt=" + today).getString("lines[0].completedOn"))
                .isEqualTo(corrected.toString());
        assertThat(get("/training-plans/" + facts.planId + "/progress?knownAt=2025-01-01")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/training-plans/" + facts.planId + "/eligibility?knownAt=2025-01-01")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/apprentices/" + facts.apprenticeId + "/progress?knownAt=2025-01-01")
                        .statusCode())
                .isEqualTo(404);
        assertThat(list("?knownAt=2025-01-01").getList("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=yesterday",
                "asOf=2026-02-30",
                "asOf=1899-12-31",
                "asOf=2200-01-01",
                "asOf=%2B999999999-01-01",
                "asOf=2026-01-01T00:00:00Z",
                "knownAt=2199-01-01",
                "knownAt=2199-01-01T00:00:00Z",
                "knownAt=1899-01-01",
                "knownAt=2026-01-01T00:00:00",
                "knownAt=-999999999-01-01T00:00:00Z",
                "knownAt=now"
            })
    void a_time_that_cannot_be_read_or_known_is_refused_by_name_and_not_echoed(String question) {
        String parameter = question.substring(0, question.indexOf('='));
        for (String path : paths()) {
            Response answer = get(path + "?" + question);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.<String>path("errors[0].pointer")).isEqualTo(parameter);
            assertThat(answer.asString()).doesNotContain("yesterday", "1899-12-31");
        }
    }

    @Test
    void who_may_not_see_a_plan_today_may_not_see_how_it_was() {
        for (String token :
                List.of(door.tokens().employer(UUID.randomUUID()), door.tokens().apprentice(UUID.randomUUID()))) {
            assertThat(door.get(token, "/training-plans/" + facts.planId + "/progress?asOf=" + today)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(door.get(token, "/training-plans/" + facts.planId + "/eligibility?asOf=" + today)
                            .statusCode())
                    .isEqualTo(404);
        }
        String stranger = door.tokens().employer(UUID.randomUUID());
        assertThat(door.get(
                                stranger,
                                "/certifications/" + facts.certificationId + "/eligible-apprentices?asOf=" + today)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(door.get(
                                door.tokens().employer(facts.employerId),
                                "/certifications/" + facts.certificationId + "/eligible-apprentices?asOf=" + today)
                        .jsonPath()
                        .getList("items.planId"))
                .containsExactly(facts.planId.toString());
    }

    @Test
    void the_etag_of_such_a_read_is_that_of_the_facts_and_the_day() {
        for (String path : paths().subList(0, 3)) {
            String tag = get(path + "?asOf=" + today).header("ETag");
            assertThat(get(path + "?asOf=" + today).header("ETag")).as(path).isEqualTo(tag);
            assertThat(get(path + "?asOf=" + today.plusDays(1)).header("ETag"))
                    .as(path)
                    .isNotEqualTo(tag);
            assertThat(get(path + "?asOf=" + today + "&knownAt=" + beforeCorrection)
                            .header("ETag"))
                    .as(path)
                    .isNotEqualTo(tag);
        }
    }

    @Test
    void a_page_of_a_day_looks_at_so_many_plans_and_the_next_goes_on() {
        Facts another = facts.another();
        another.sendPlan(kafka);
        complete(another, Facts.COMPLETED, said);
        Facts none = facts.another();
        none.sendPlan(kafka);
        door.progressWhen(another.planId, plan -> plan.getInt("credited") == 1);
        door.progressWhen(none.planId, plan -> true);
        List<String> found = new ArrayList<>();
        int pages = 0;
        @Nullable String next = "";
        while (next != null) {
            JsonPath page = list("?limit=1&asOf=" + today + next);
            found.addAll(page.getList("items.planId"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(found).containsExactlyInAnyOrder(facts.planId.toString(), another.planId.toString());
    }

    private JsonPath progress(String question) {
        return door.read("/training-plans/" + facts.planId + "/progress" + question);
    }

    private JsonPath eligibility(String question) {
        return door.read("/training-plans/" + facts.planId + "/eligibility" + question);
    }

    private JsonPath list(String question) {
        return door.read("/certifications/" + facts.certificationId + "/eligible-apprentices" + question);
    }

    private Response get(String path) {
        return door.get(door.tokens().agency(), path);
    }

    private List<String> paths() {
        return List.of(
                "/training-plans/" + facts.planId + "/progress",
                "/training-plans/" + facts.planId + "/eligibility",
                "/apprentices/" + facts.apprenticeId + "/progress",
                "/certifications/" + facts.certificationId + "/eligible-apprentices");
    }
}
