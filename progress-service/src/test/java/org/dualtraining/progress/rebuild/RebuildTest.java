package org.dualtraining.progress.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.OwnServers;
import org.dualtraining.progress.rebuild.RebuildStage.Name;
import org.dualtraining.testkit.TopicClient;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole derived state comes of the topics again, at any time, while everything goes on (guarantees R15). */
@QuarkusTest
@TestProfile(OwnServers.class)
class RebuildTest {

    private final Door door = new Door();

    @Inject
    RebuildDoor rebuilds;

    @Inject
    StageWatch watch;

    @Inject
    Jdbi jdbi;

    private TopicClient kafka;

    @BeforeEach
    void open() {
        kafka = Door.kafka();
    }

    @AfterEach
    void close() {
        watch.forget();
        kafka.close();
    }

    @Test
    void any_history_is_rebuilt_to_what_is_there_row_by_row() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        RandomHistory history = new RandomHistory(seed, kafka);
        history.go(12, 600);
        leaveCreditBesideThePlan(true);
        leaveCreditBesideThePlan(false);
        door.intakeWhenIdle();

        JsonPath compared = rebuilds.run(true);

        assertThat(compared.getString("state")).isEqualTo("COMPARED");
        assertThat(compared.getList("tables.findAll{!it.equal}.table")).isEmpty();
        assertThat(compared.getList("tables.findAll{it.rows > 0}.table"))
                .contains("credit_fact", "plan_fact", "certification_rule_fact", "plan", "plan_line", "plan_progress");
        assertThat(compared.getLong("replayed"))
                .isEqualTo(compared.getLong("total"))
                .isPositive();
        JsonPath books = door.read("/admin/intake");
        List<String> pictures = pictures(history);

        assertThat(rebuilds.run(false).getString("state")).isEqualTo("SWAPPED");

        assertThat(pictures(history)).isEqualTo(pictures);
        assertThat(door.read("/admin/intake").getMap("totals"))
                .containsEntry("received", books.getMap("totals").get("received"));
        assertThat(rebuilds.tablesOf("shadow")).isEmpty();
    }

    /** A competency is credited and leaves the plan; what was said of it before comes in time or too late. */
    private void leaveCreditBesideThePlan(boolean inTime) {
        Facts facts = new Facts();
        Map<String, Object> before = facts.plan(facts.nextVersion());
        facts.sendCompletion(kafka, 2);
        facts.competencies = facts.competencies.subList(0, 2);
        Map<String, Object> after = facts.plan(facts.nextVersion());
        for (Map<String, Object> snapshot : inTime ? List.of(before, after) : List.of(after, before)) {
            Facts.sendBinary(
                    kafka,
                    "training-plan-changed",
                    facts.planId,
                    "/plan-service",
                    Facts.PLAN,
                    UUID.randomUUID(),
                    snapshot);
            door.intakeWhenIdle();
        }
    }

    @Test
    void what_was_spoilt_is_named_and_healed_while_readers_read_and_the_intake_goes_on() throws Exception {
        RandomHistory history = new RandomHistory(4711, kafka);
        Facts spoilt = new Facts();
        spoilt.sendRule(kafka, 1, spoilt.needsBoth());
        spoilt.sendPlan(kafka);
        spoilt.sendCompletion(kafka, 0);
        spoilt.sendCompletion(kafka, 1);
        history.go(6, 200);
        history.rulesStay();
        door.eligibilityWhen(spoilt.planId, answer -> answer.getBoolean("certifications[0].eligible"));
        door.intakeWhenIdle();
        jdbi.useHandle(h -> {
            h.execute("UPDATE plan_line SET state = 'OPEN', event_id = NULL WHERE plan_id = ?", spoilt.planId);
            h.execute("UPDATE plan_progress SET job_credited = 0 WHERE plan_id = ?", spoilt.planId);
            h.execute("UPDATE eligibility SET eligible = false WHERE plan_id = ?", spoilt.planId);
        });
        int announced = RebuildDoor.announced(kafka, spoilt).size();
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        List<CompletableFuture<Void>> others = Stream.<Runnable>of(
                        () -> read(spoilt, reads), () -> read(spoilt, reads), () -> history.go(0, 5))
                .map(work -> CompletableFuture.runAsync(() -> {
                    while (!isOver.get()) {
                        work.run();
                    }
                }))
                .toList();

        JsonPath swapped = rebuilds.run(false);

        isOver.set(true);
        for (CompletableFuture<Void> other : others) {
            other.get(30, TimeUnit.SECONDS);
        }
        assertThat(swapped.getString("state")).isEqualTo("SWAPPED");
        assertThat(swapped.getList("tables.findAll{!it.equal}.table"))
                .contains("plan_line", "plan_progress", "eligibility");
        assertThat(swapped.getList("tables.find{it.table == 'plan_line'}.plans"))
                .containsExactly(spoilt.planId.toString());
        assertThat(swapped.getInt("eligibilityChanges")).isEqualTo(1);
        assertThat(reads.get()).isPositive();
        assertThat(door.read("/training-plans/" + spoilt.planId + "/progress").getInt("credited"))
                .isEqualTo(2);
        assertThat(door.read("/training-plans/" + spoilt.planId + "/eligibility")
                        .getBoolean("certifications[0].eligible"))
                .isTrue();
        door.when(
                "/admin/intake", intake -> RebuildDoor.announced(kafka, spoilt).size() == announced + 1);
        door.intakeWhenIdle();
        JsonPath after = rebuilds.run(true);
        assertThat(after.getList("tables.findAll{!it.equal}.table"))
                .as("nothing was lost of what came in meanwhile")
                .isEmpty();
    }

    @Test
    void nothing_is_exchanged_when_the_topics_do_not_hold_every_fact() {
        Facts facts = new Facts();
        facts.sendPlan(kafka);
        facts.sendCompletion(kafka, 0);
        door.progressWhen(facts.planId, progress -> progress.getInt("credited") == 1);
        door.intakeWhenIdle();
        UUID unheardOf = UUID.randomUUID();
        jdbi.useHandle(h -> h.execute("""
                INSERT INTO plan_fact (plan_id, epoch, version, event_id, snapshot, recorded_at, applied_at)
                VALUES (?, 1, 1, gen_random_uuid(), '{}', now(), now())
                """, unheardOf));

        JsonPath failed = rebuilds.run(false);

        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("reason")).contains("1 rows of plan_fact");
        assertThat(failed.getList("tables.find{it.table == 'plan_fact'}.plans")).containsExactly(unheardOf.toString());
        assertThat(rebuilds.tablesOf("shadow")).isEmpty();
        jdbi.useHandle(h -> h.execute("DELETE FROM plan_fact WHERE plan_id = ?", unheardOf));
        assertThat(rebuilds.run(false).getString("state")).isEqualTo("SWAPPED");
    }

    @Test
    void cut_off_at_any_stage_it_goes_on_to_the_same_end() {
        RandomHistory history = new RandomHistory(815, kafka);
        history.go(5, 150);
        door.intakeWhenIdle();
        List<String> pictures = pictures(history);

        for (Name stage : Name.values()) {
            AtomicBoolean isCut = new AtomicBoolean();
            watch.react(reached -> {
                if (reached == stage && isCut.compareAndSet(false, true)) {
                    throw new IllegalStateException("cut off at " + stage);
                }
            });

            JsonPath swapped = rebuilds.run(false);

            assertThat(isCut).as(stage.name()).isTrue();
            assertThat(swapped.getString("state")).as(stage.name()).isEqualTo("SWAPPED");
            assertThat(swapped.getList("tables.findAll{!it.equal}.table"))
                    .as(stage.name())
                    .isEmpty();
            assertThat(pictures(history)).as(stage.name()).isEqualTo(pictures);
        }
    }

    private void read(Facts facts, AtomicInteger reads) {
        door.read("/training-plans/" + facts.planId + "/progress");
        door.read("/training-plans/" + facts.planId + "/eligibility");
        door.read("/dashboard/summary");
        reads.incrementAndGet();
    }

    private List<String> pictures(RandomHistory history) {
        List<String> pictures = new ArrayList<>();
        for (Facts person : history.people()) {
            for (String what : List.of("progress", "eligibility")) {
                String answer = door.get(door.tokens().agency(), "/training-plans/" + person.planId + "/" + what)
                        .asString();
                pictures.add(answer.replaceAll("\"(asOf|knownAt|instance|traceId)\":\"[^\"]*\"", ""));
            }
        }
        return pictures;
    }
}
