package org.dualtraining.progress.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgressResourceTest {

    private final Facts facts = new Facts();
    private final Door door = new Door();
    private final TopicClient kafka = Door.kafka();

    @BeforeEach
    void a_plan_with_one_credit() {
        facts.anticipated = "2026-01-31";
        facts.sendPlan(kafka);
        facts.sendCompletion(kafka, 0);
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 1);
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void progress_is_there_for_everybody_it_concerns() {
        for (String token : List.of(
                door.tokens().agency(),
                door.tokens().employer(facts.employerId),
                door.tokens().apprentice(facts.apprenticeId))) {
            for (String path : paths()) {
                assertThat(door.get(token, path).statusCode()).as(path).isEqualTo(200);
            }
        }
        JsonPath progress = door.read("/training-plans/" + facts.planId + "/progress");
        assertThat(progress.getDouble("percent")).isEqualTo(50.0);
        assertThat(progress.getString("apprenticeId")).isEqualTo(facts.apprenticeId.toString());
        assertThat(progress.getList("overdue.competencyName")).containsExactly("Competency 1");
        assertThat(progress.getString("nextDue")).isNull();
        assertThat(door.read("/apprentices/" + facts.apprenticeId + "/progress").getList("plans.planId"))
                .containsExactly(facts.planId.toString());
    }

    @Test
    void a_question_about_the_past_is_refused_where_it_is_not_answered() {
        assertThat(door.get(door.tokens().agency(), "/dashboard/summary?asOf=2026-01-01")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_is_anticipated_from_today_on_is_due_and_not_overdue() {
        facts.anticipated = LocalDate.now(ZoneOffset.UTC).toString();
        facts.sendPlan(kafka);
        JsonPath progress =
                door.progressWhen(facts.planId, plan -> plan.getList("overdue").isEmpty());
        assertThat(progress.getString("nextDue.competencyName")).isEqualTo("Competency 1");

        facts.status = "SUSPENDED";
        facts.sendPlan(kafka);
        JsonPath suspended =
                door.progressWhen(facts.planId, plan -> plan.getString("status").equals("SUSPENDED"));
        assertThat(suspended.getString("nextDue")).isNull();
        assertThat(suspended.getInt("credited")).isEqualTo(1);
    }

    @Test
    void a_plan_that_was_upgraded_counts_its_new_lines_and_what_was_finished_before() {
        List<UUID> before = facts.competencies;
        UUID added = UUID.randomUUID();
        // 0 is credited and, although retired, still on the plan; 1 makes way for a new one and is excluded
        facts.competencies = List.of(before.get(0), added, before.get(1));
        facts.sendPlan(kafka);

        JsonPath progress = door.progressWhen(
                facts.planId, plan -> plan.getList("lines.competencyId").contains(added.toString()));

        assertThat(progress.getInt("total")).isEqualTo(2);
        assertThat(progress.getInt("credited")).isEqualTo(1);
        assertThat(progress.getList("lines.state")).containsExactly("CREDITED", "OPEN", "OPEN");
        facts.sendCompletion(kafka, 1);
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 2);
    }

    @Test
    void another_partys_plan_answers_exactly_like_none() {
        for (String token :
                List.of(door.tokens().employer(UUID.randomUUID()), door.tokens().apprentice(UUID.randomUUID()))) {
            for (String path : paths()) {
                Response another = door.get(token, path);
                Response none = door.get(
                        token,
                        path.replace(facts.planId.toString(), UUID.randomUUID().toString())
                                .replace(
                                        facts.apprenticeId.toString(),
                                        UUID.randomUUID().toString()));
                assertThat(another.statusCode()).isEqualTo(404);
                assertThat(another.contentType()).startsWith("application/problem+json");
                assertThat(another.asString()).isEqualTo(none.asString());
            }
        }
    }

    @Test
    void colleges_and_dashboards_are_refused_and_nobody_is_unauthenticated() {
        for (String path : paths()) {
            assertThat(door.get(door.tokens().college(UUID.randomUUID()), path).statusCode())
                    .isEqualTo(403);
            assertThat(door.get(door.tokens().dashboard(), path).statusCode()).isEqualTo(403);
            assertThat(door.get(door.tokens().token().role("employer").mint(), path)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(given().get("/api/v1" + path).statusCode()).isEqualTo(401);
            assertThat(door.get(door.tokens().token().role("agency").forged().mint(), path)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void an_id_that_is_none_is_not_found() {
        for (String id : List.of("x", "1-1-1-1-1-1", "%00", "..;")) {
            assertThat(door.get(door.tokens().agency(), "/training-plans/" + id + "/progress")
                            .statusCode())
                    .isBetween(400, 404);
        }
    }

    @Test
    void an_etag_saves_the_second_reading_until_something_changes() {
        for (String path : paths()) {
            Response first = door.get(door.tokens().agency(), path);
            String tag = first.header("ETag");
            assertThat(tag).startsWith("\"");
            given().auth()
                    .oauth2(door.tokens().agency())
                    .header("If-None-Match", tag)
                    .get("/api/v1" + path)
                    .then()
                    .statusCode(304);
        }
        String path = paths().get(0);
        String tag = door.get(door.tokens().agency(), path).header("ETag");
        facts.sendCompletion(kafka, 1);
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 2);
        assertThat(door.get(door.tokens().agency(), path).header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void a_page_of_eligible_apprentices_ends_at_the_party_wall() {
        facts.sendRule(kafka, 1, Map.of("competency", facts.competencies.get(0)));
        String path = "/certifications/" + facts.certificationId + "/eligible-apprentices";
        door.when(path, list -> list.getList("items").size() == 1);
        assertThat(door.get(door.tokens().employer(facts.employerId), path)
                        .jsonPath()
                        .getList("items.apprenticeId"))
                .containsExactly(facts.apprenticeId.toString());
        assertThat(door.get(door.tokens().employer(UUID.randomUUID()), path)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(door.read(path + "?since=2026-05-15").getList("items")).hasSize(1);
        assertThat(door.read(path + "?since=2026-05-16").getList("items")).isEmpty();
        for (String bad : List.of("?since=May", "?since=%2B99999-01-01", "?limit=0", "?limit=201", "?cursor=*")) {
            assertThat(door.get(door.tokens().agency(), path + bad).statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(door.get(door.tokens().agency(), "/certifications/" + UUID.randomUUID() + "/eligible-apprentices")
                        .statusCode())
                .isEqualTo(404);
        assertThat(door.get(door.tokens().apprentice(facts.apprenticeId), path).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_cancelled_plan_makes_nobody_eligible() {
        facts.sendRule(kafka, 1, Map.of("competency", facts.competencies.get(0)));
        String path = "/certifications/" + facts.certificationId + "/eligible-apprentices";
        door.when(path, list -> list.getList("items").size() == 1);
        assertThat(eligibleInSummary()).containsExactly(1L);

        facts.status = "CANCELLED";
        facts.sendPlan(kafka);

        door.when(path, list -> list.getList("items").isEmpty());
        assertThat(eligibleInSummary()).containsExactly(0L);
    }

    private List<Long> eligibleInSummary() {
        return door.get(door.tokens().employer(facts.employerId), "/dashboard/summary")
                .jsonPath()
                .getList(
                        "eligibleByCertification.findAll{it.certificationId=='" + facts.certificationId + "'}.eligible",
                        Long.class);
    }

    private List<String> paths() {
        return List.of(
                "/training-plans/" + facts.planId + "/progress",
                "/apprentices/" + facts.apprenticeId + "/progress",
                "/training-plans/" + facts.planId + "/eligibility");
    }
}
