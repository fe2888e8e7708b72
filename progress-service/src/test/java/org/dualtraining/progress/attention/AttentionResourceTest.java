package org.dualtraining.progress.attention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttentionResourceTest {

    private final Door door = new Door();

    @Test
    void lines_are_overdue_the_longest_first_page_by_page() {
        List<Facts> plans = new ArrayList<>(List.of(new Facts()));
        plans.add(plans.get(0).another());
        plans.add(plans.get(0).another());
        plans.get(0).anticipated = "2026-02-01";
        plans.get(1).anticipated = "2026-01-01";
        plans.get(2).anticipated = "2026-02-01";
        send(plans, Instant.now());
        String path = "/dashboard/overdue?limit=1&employer=" + plans.get(0).employerId;

        List<String> seen = new ArrayList<>();
        List<String> days = new ArrayList<>();
        JsonPath page = door.read(path);
        while (true) {
            seen.addAll(page.getList("items.lineId", String.class));
            days.addAll(page.getList("items.anticipatedCompletionDate", String.class));
            String next = page.getString("next");
            if (next == null) {
                break;
            }
            page = door.read(path + "&cursor=" + next);
        }

        // two lines of each plan: the third is excluded
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
        assertThat(days).isSorted().contains("2026-01-01", "2026-02-01");
        assertThat(door.get(door.tokens().employer(plans.get(0).employerId), "/dashboard/overdue?format=csv")
                        .asString()
                        .lines())
                .hasSize(7);
        assertThat(door.get(door.tokens().employer(UUID.randomUUID()), "/dashboard/overdue")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void what_is_credited_suspended_or_due_today_is_not_overdue() {
        Facts credited = new Facts();
        Facts suspended = credited.another();
        Facts today = credited.another();
        credited.anticipated = "2026-01-01";
        suspended.anticipated = "2026-01-01";
        suspended.status = "SUSPENDED";
        today.anticipated = LocalDate.now(ZoneOffset.UTC).toString();
        send(List.of(credited, suspended, today), Instant.now());
        String path = "/dashboard/overdue?employer=" + credited.employerId;
        assertThat(door.read(path).getList("items.planId")).containsOnly(credited.planId.toString());
        try (TopicClient kafka = Door.kafka()) {
            credited.sendCompletion(kafka, 0);
            credited.sendCompletion(kafka, 1);
        }
        door.when(path, report -> report.getList("items").isEmpty());
        try (TopicClient kafka = Door.kafka()) {
            credited.sendCompetency(
                    kafka, Facts.REVOKED, credited.competency(1, credited.nextVersion(), "2026-05-15", null));
        }
        door.when(path, report -> report.getList("items").size() == 1);
    }

    @Test
    void a_plan_is_at_risk_by_an_overdue_line_or_by_standing_still_and_says_since_when() {
        Instant longAgo = Instant.now().minusSeconds(70 * 86_400);
        Facts overdue = new Facts();
        overdue.anticipated = "2026-01-01";
        Facts idle = overdue.another();
        Facts moving = overdue.another();
        Facts idleAfterCredit = overdue.another();
        send(List.of(overdue), Instant.now());
        send(List.of(idle, moving, idleAfterCredit), longAgo);
        String recently = LocalDate.now(ZoneOffset.UTC).minusDays(59).toString();
        String beforeThat = LocalDate.now(ZoneOffset.UTC).minusDays(60).toString();
        try (TopicClient kafka = Door.kafka()) {
            moving.sendCompetency(kafka, Facts.COMPLETED, moving.competency(0, moving.nextVersion(), recently, null));
            idleAfterCredit.sendCompetency(
                    kafka,
                    Facts.COMPLETED,
                    idleAfterCredit.competency(0, idleAfterCredit.nextVersion(), beforeThat, null));
        }
        door.progressWhen(moving.planId, plan -> plan.getInt("credited") == 1);
        door.progressWhen(idleAfterCredit.planId, plan -> plan.getInt("credited") == 1);

        JsonPath report = door.read("/dashboard/at-risk?employer=" + overdue.employerId);
        assertThat(report.getList("items.planId"))
                .containsExactlyInAnyOrder(
                        overdue.planId.toString(), idle.planId.toString(), idleAfterCredit.planId.toString());
        assertThat(of(report, overdue))
                .containsEntry("overdueSince", "2026-01-01")
                .containsEntry("overdueLines", 2);
        assertThat(of(report, overdue)).doesNotContainKey("noCreditSince");
        assertThat(of(report, idle))
                .containsEntry(
                        "noCreditSince",
                        longAgo.atZone(ZoneOffset.UTC).toLocalDate().toString())
                .doesNotContainKey("overdueSince");
        assertThat(of(report, idleAfterCredit)).containsEntry("noCreditSince", beforeThat);
        assertThat(door.read("/dashboard/at-risk?limit=2&employer=" + overdue.employerId)
                        .getString("next"))
                .isNotNull();
        assertThat(door.get(door.tokens().employer(overdue.employerId), "/dashboard/at-risk?format=csv")
                        .asString()
                        .lines())
                .hasSize(4);
    }

    @Test
    void a_cursor_that_is_none_is_refused() {
        for (String path : List.of("overdue", "at-risk")) {
            for (String bad : List.of("cursor=bm9uZQ", "cursor=*", "limit=0")) {
                assertThat(door.get(door.tokens().agency(), "/dashboard/" + path + "?" + bad)
                                .statusCode())
                        .isEqualTo(400);
            }
        }
    }

    private static Map<String, Object> of(JsonPath report, Facts facts) {
        return report.getMap("items.find{it.planId=='" + facts.planId + "'}");
    }

    private void send(List<Facts> plans, Instant recordedAt) {
        try (TopicClient kafka = Door.kafka()) {
            for (Facts facts : plans) {
                Map<String, Object> data = facts.plan(facts.nextVersion());
                data.put("recordedAt", recordedAt.toString());
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
        plans.forEach(facts -> door.progressWhen(facts.planId, plan -> true));
    }
}
