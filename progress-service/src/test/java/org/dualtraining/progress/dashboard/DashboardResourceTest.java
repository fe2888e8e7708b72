package org.dualtraining.progress.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DashboardResourceTest {

    private static final String PATH = "/dashboard/summary";
    private static final List<String> REPORTS =
            List.of("by-occupation", "by-employer", "by-provider", "by-competency", "timeline", "overdue", "at-risk");

    private final Door door = new Door();

    @Test
    void an_employer_sees_its_own_plans_in_figures() {
        Facts facts = new Facts();
        Facts other = facts.another();
        other.status = "SUSPENDED";
        try (TopicClient kafka = Door.kafka()) {
            facts.sendRule(kafka, 1, Map.of("competency", facts.competencies.get(0)));
            facts.sendPlan(kafka);
            other.sendPlan(kafka);
            facts.sendCompletion(kafka, 0);
        }
        door.eligibilityWhen(facts.planId, plan -> plan.getBoolean("certifications[0].eligible"));
        door.progressWhen(other.planId, plan -> true);

        JsonPath summary =
                door.get(door.tokens().employer(facts.employerId), PATH).jsonPath();
        assertThat(summary.getLong("plans")).isEqualTo(2);
        assertThat(summary.getLong("plansByStatus.ACTIVE")).isEqualTo(1);
        assertThat(summary.getLong("plansByStatus.SUSPENDED")).isEqualTo(1);
        assertThat(summary.getLong("plansByStatus.DRAFT")).isZero();
        assertThat(summary.getLong("apprentices")).isEqualTo(2);
        assertThat(summary.getLong("lines")).isEqualTo(4);
        assertThat(summary.getLong("credits")).isEqualTo(1);
        assertThat(summary.getDouble("averagePercent")).isEqualTo(25.0);
        List<Long> eligible = summary.getList(
                "eligibleByCertification.findAll{it.certificationId=='" + facts.certificationId + "'}.eligible",
                Long.class);
        assertThat(eligible).containsExactly(1L);
        assertThat(summary.getList("suppressed")).isEmpty();
        assertThat(summary.getString("asOf")).isNotNull();
        assertThat(summary.getLong("lag.records")).isNotNegative();

        JsonPath stranger =
                door.get(door.tokens().employer(UUID.randomUUID()), PATH).jsonPath();
        assertThat(stranger.getLong("plans")).isZero();
        assertThat(stranger.getLong("credits")).isZero();
    }

    @Test
    void each_event_type_reaches_the_figures_over_kafka() {
        Facts facts = new Facts();
        String competencies = "/dashboard/by-competency?employer=" + facts.employerId;
        String credits = "items.find{it.id=='" + facts.competencies.get(0) + "'}.credits";
        try (TopicClient kafka = Door.kafka()) {
            facts.sendPlan(kafka);
            door.when(competencies, report -> report.getList("items").size() == 2);
            facts.sendCompletion(kafka, 0);
            door.when(competencies, report -> report.getLong(credits) == 1);
            facts.sendCompetency(kafka, Facts.CORRECTED, facts.competency(0, facts.nextVersion(), "2026-04-01", null));
            String week = "/dashboard/timeline?from=2026-04-01&to=2026-05-15&employer=" + facts.employerId;
            door.when(
                    week, report -> report.getLong("items[0].credits") == 1 && report.getLong("items[6].credits") == 0);
            facts.sendRule(kafka, 1, Map.of("competency", facts.competencies.get(0)));
            door.when(
                    PATH + "?employer=" + facts.employerId,
                    summary -> summary.getLong("eligibleByCertification.find{it.certificationId=='"
                                    + facts.certificationId + "'}.eligible")
                            == 1);
            facts.sendCompetency(kafka, Facts.REVOKED, facts.competency(0, facts.nextVersion(), "2026-04-01", null));
            door.when(competencies, report -> report.getLong(credits) == 0);
            JsonPath summary = door.read(PATH + "?employer=" + facts.employerId);
            assertThat(summary.getLong("eligibleByCertification.find{it.certificationId=='" + facts.certificationId
                            + "'}.eligible"))
                    .isZero();
        }
    }

    @Test
    void a_filter_narrows_every_report_down_and_an_unknown_id_has_nothing() {
        UUID provider = UUID.randomUUID();
        UUID occupation = UUID.randomUUID();
        Facts facts = new Facts();
        send(List.of(facts), occupation, provider);
        for (String filter :
                List.of("employer=" + facts.employerId, "occupation=" + occupation, "provider=" + provider)) {
            assertThat(door.read(PATH + "?" + filter).getLong("plans"))
                    .as(filter)
                    .isEqualTo(1);
            assertThat(door.read("/dashboard/by-employer?" + filter).getList("items.id"))
                    .containsExactly(facts.employerId.toString());
            assertThat(door.read("/dashboard/by-employer?" + filter).getList("items.name"))
                    .containsExactly("Lakeside Clinic");
            assertThat(door.read("/dashboard/by-occupation?" + filter).getList("items.id"))
                    .containsExactly(occupation.toString());
            assertThat(door.read("/dashboard/by-provider?" + filter).getList("items.id"))
                    .containsExactly(provider.toString());
            assertThat(door.read("/dashboard/by-provider?" + filter).getList("items.lines"))
                    .containsExactly(1);
            assertThat(door.read("/dashboard/by-competency?" + filter).getList("items"))
                    .hasSize(filter.startsWith("provider") ? 1 : 2);
        }
        UUID nobody = UUID.randomUUID();
        for (String filter : List.of("employer", "occupation", "provider")) {
            assertThat(door.read(PATH + "?" + filter + "=" + nobody).getLong("plans"))
                    .isZero();
            for (String report : REPORTS) {
                Response answer =
                        door.get(door.tokens().agency(), "/dashboard/" + report + "?" + filter + "=" + nobody);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.jsonPath().getList("items.credits", Long.class))
                        .allMatch(n -> n == null || n == 0);
            }
        }
    }

    @Test
    void another_employers_id_answers_like_an_unknown_one() {
        Facts own = new Facts();
        Facts others = new Facts();
        send(List.of(own), UUID.randomUUID(), UUID.randomUUID());
        send(List.of(others), UUID.randomUUID(), UUID.randomUUID());
        String token = door.tokens().employer(own.employerId);
        for (String report : List.of("summary", "by-employer", "by-competency", "timeline", "overdue", "at-risk")) {
            String path = "/dashboard/" + report + "?employer=";
            assertThat(withoutTime(door.get(token, path + others.employerId)))
                    .isEqualTo(withoutTime(door.get(token, path + UUID.randomUUID())));
        }
        assertThat(door.get(token, "/dashboard/by-employer").jsonPath().getList("items.id"))
                .containsExactly(own.employerId.toString());
        assertThat(door.get(token, "/dashboard/by-employer?employer=" + own.employerId)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(own.employerId.toString());
    }

    @Test
    void a_dashboard_sees_no_small_group_and_cannot_find_it_by_subtraction() {
        UUID occupation = UUID.randomUUID();
        UUID provider = UUID.randomUUID();
        List<Facts> large = people(40);
        List<Facts> middle = people(12);
        List<Facts> small = people(4);
        // a well filled rest of the world, so that nothing else has to hide among these
        send(people(12), UUID.randomUUID(), UUID.randomUUID());
        for (List<Facts> employer : List.of(large, middle, small)) {
            send(employer, occupation, provider);
        }
        String token = door.tokens().dashboard();
        String filter = "?occupation=" + occupation;

        JsonPath employers = door.get(token, "/dashboard/by-employer" + filter).jsonPath();
        assertThat(employers.getList("items")).hasSize(3);
        assertThat(apprentices(employers, large)).isEqualTo(40);
        assertThat(apprentices(employers, middle)).isNull();
        assertThat(apprentices(employers, small)).isNull();
        assertThat(employers.getList("suppressed", String.class)).anyMatch(pointer -> pointer.endsWith("/apprentices"));
        assertThat(door.get(token, PATH + filter).jsonPath().getLong("apprentices"))
                .isEqualTo(56);
        for (List<Facts> hidden : List.of(middle, small)) {
            JsonPath summary = door.get(token, PATH + "?employer=" + hidden.get(0).employerId)
                    .jsonPath();
            assertThat(summary.getString("apprentices")).isNull();
            assertThat(summary.getList("suppressed")).contains("/apprentices", "/plansByStatus");
        }
        // what the others say is all that the rest would tell
        String csv = door.get(token, "/dashboard/by-employer" + filter + "&format=csv")
                .asString();
        assertThat(csv).contains("apprentices plans plansByStatus").contains(",40,40,");
    }

    @Test
    void a_dashboard_gets_no_part_that_could_be_subtracted_and_no_single_plan() {
        String token = door.tokens().dashboard();
        UUID any = UUID.randomUUID();
        for (String path : List.of(
                "by-employer?provider=" + any,
                "by-competency?provider=" + any,
                "timeline?employer=" + any,
                "timeline?provider=" + any,
                "overdue",
                "at-risk")) {
            JsonPath answer = door.get(token, "/dashboard/" + path).jsonPath();
            assertThat(answer.getList("items")).as(path).isEmpty();
            assertThat(answer.getList("suppressed")).as(path).containsExactly("/items");
        }
        assertThat(door.get(token, PATH + "?provider=" + any).jsonPath().getList("suppressed"))
                .contains("/apprentices");
    }

    @Test
    void the_timeline_has_no_gaps_and_an_end() {
        JsonPath usual = door.read("/dashboard/timeline");
        assertThat(usual.getList("items")).hasSize(26);
        LocalDate last = LocalDate.parse(usual.getString("items[25].week"));
        assertThat(last).isBetween(LocalDate.now(ZoneOffset.UTC).minusDays(7), LocalDate.now(ZoneOffset.UTC));
        assertThat(door.read("/dashboard/timeline?from=2026-01-07&to=2026-01-12")
                        .getList("items.week"))
                .containsExactly("2026-01-05", "2026-01-12");
        for (String bad : List.of(
                "from=2026-02-01&to=2026-01-01", "from=1950-01-01&to=2026-01-01", "from=x", "to=%2B10000-01-01")) {
            assertThat(door.get(door.tokens().agency(), "/dashboard/timeline?" + bad)
                            .statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    @Test
    void reports_are_files_for_who_asks() {
        for (String report : REPORTS) {
            Response byName = door.get(door.tokens().agency(), "/dashboard/" + report + "?format=csv");
            Response byAccept = given().auth()
                    .oauth2(door.tokens().agency())
                    .accept("text/csv")
                    .get("/api/v1/dashboard/" + report);
            for (Response file : List.of(byName, byAccept)) {
                assertThat(file.statusCode()).as(report).isEqualTo(200);
                assertThat(file.contentType()).startsWith("text/csv");
                assertThat(file.header("Content-Disposition")).contains(report + ".csv");
                assertThat(file.asString().lines().findFirst().orElse("")).endsWith("as_of");
            }
            assertThat(door.get(door.tokens().agency(), "/dashboard/" + report + "?format=xml")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_name_that_would_run_in_a_spreadsheet_is_text() {
        Facts facts = new Facts();
        try (TopicClient kafka = Door.kafka()) {
            Map<String, Object> data = facts.plan(facts.nextVersion());
            data.put("employerName", "=HYPERLINK(\"https://evil.example\")");
            Facts.sendBinary(
                    kafka, "training-plan-changed", facts.planId, "/plan-service", Facts.PLAN, UUID.randomUUID(), data);
        }
        door.progressWhen(facts.planId, plan -> true);
        assertThat(door.get(door.tokens().employer(facts.employerId), "/dashboard/by-employer?format=csv")
                        .asString())
                .contains("\"'=HYPERLINK(");
    }

    @Test
    void what_is_no_id_is_refused_and_not_taken_for_all() {
        for (String report : REPORTS) {
            for (String filter : List.of("employer", "occupation", "provider")) {
                for (String bad : List.of("x", "%20", "1-1-1-1-1", "%27%20OR%201=1")) {
                    assertThat(door.get(door.tokens().agency(), "/dashboard/" + report + "?" + filter + "=" + bad)
                                    .statusCode())
                            .as("%s %s=%s", report, filter, bad)
                            .isEqualTo(400);
                }
            }
        }
    }

    @Test
    void others_are_refused() {
        List<String> paths = new ArrayList<>(List.of(PATH));
        REPORTS.forEach(report -> paths.add("/dashboard/" + report));
        for (String path : paths) {
            assertThat(door.get(door.tokens().college(UUID.randomUUID()), path).statusCode())
                    .isEqualTo(403);
            assertThat(door.get(door.tokens().apprentice(UUID.randomUUID()), path)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(given().get("/api/v1" + path).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void the_books_are_for_agencies_only() {
        for (String path : List.of("/admin/intake", "/admin/dead-letters")) {
            assertThat(door.get(door.tokens().agency(), path).statusCode()).isEqualTo(200);
            assertThat(door.get(door.tokens().dashboard(), path).statusCode()).isEqualTo(403);
            assertThat(given().get("/api/v1" + path).statusCode()).isEqualTo(401);
        }
        assertThat(door.get(door.tokens().agency(), "/admin/dead-letters?cursor=bm9uZQ")
                        .statusCode())
                .isEqualTo(400);
    }

    private static List<Facts> people(int count) {
        List<Facts> people = new ArrayList<>(List.of(new Facts()));
        while (people.size() < count) {
            people.add(people.get(0).another());
        }
        return people;
    }

    /** Plans of that occupation, whose first line the provider teaches. */
    private void send(List<Facts> people, UUID occupation, UUID provider) {
        try (TopicClient kafka = Door.kafka()) {
            for (Facts facts : people) {
                Map<String, Object> data = facts.plan(facts.nextVersion());
                data.put("occupationId", occupation);
                @SuppressWarnings("unchecked")
                List<Map<String, Object>> lines = (List<Map<String, Object>>) Objects.requireNonNull(data.get("lines"));
                lines.get(0).put("providerId", provider);
                lines.get(0).put("providerName", "Northland College");
                Facts.sendBinary(
                        kafka,
                        "training-plan-changed",
                        facts.planId,
                        "/plan-service",
                        Facts.PLAN,
                        UUID.randomUUID(),
                        data);
            }
        }
        people.forEach(facts -> door.progressWhen(facts.planId, plan -> true));
    }

    private static Object apprentices(JsonPath report, List<Facts> employer) {
        return report.get("items.find{it.id=='" + employer.get(0).employerId + "'}.apprentices");
    }

    private static String withoutTime(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asString().replaceAll("\"asOf\":\"[^\"]*\"", "").replaceAll("\"lag\":\\{[^}]*}", "");
    }
}
