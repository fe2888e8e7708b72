package org.dualtraining.progress.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.OwnServers;
import org.dualtraining.progress.Owner;
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

    private static final String REBUILDS = "/api/v1/admin/rebuilds";

    private final Door door = new Door();

    @Inject
    StageWatch watch;

    @Inject
    Jdbi jdbi;

    @Inject
    DataSource database;

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

        JsonPath compared = end(request(true));

        assertThat(compared.getString("state")).isEqualTo("COMPARED");
        assertThat(compared.getList("tables.findAll{!it.equal}.table")).isEmpty();
        assertThat(compared.getList("tables.findAll{it.rows > 0}.table"))
                .contains("credit_fact", "plan_fact", "certification_rule_fact", "plan", "plan_line", "plan_progress");
        assertThat(compared.getLong("replayed"))
                .isEqualTo(compared.getLong("total"))
                .isPositive();
        JsonPath books = door.read("/admin/intake");
        List<String> pictures = pictures(history);

        assertThat(end(request(false)).getString("state")).isEqualTo("SWAPPED");

        assertThat(pictures(history)).isEqualTo(pictures);
        assertThat(door.read("/admin/intake").getMap("totals"))
                .containsEntry("received", books.getMap("totals").get("received"));
        assertThat(tablesOf("shadow")).isEmpty();
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
    void it_is_said_of_every_table_what_a_rebuild_does_with_it() {
        Map<String, Set<String>> treatments = Map.of(
                "KEPT",
                Set.of(
                        "change_key",
                        "flyway_schema_history",
                        "issued_credential",
                        "outbox_pruned",
                        "rebuild",
                        "reconciliation",
                        "service_epoch",
                        "small_group_secret"),
                "SILENT",
                Set.of("change", "outbox"),
                "SETTLED",
                Set.of("dead_letter"),
                "FACT",
                Set.of("certification_rule_fact", "credit_fact", "plan_fact"),
                "BOOKS",
                Set.of("inbox", "intake_ledger", "label", "later_outcome"),
                "DERIVED",
                Set.of(
                        "apprentice",
                        "certification",
                        "competency_figures",
                        "eligibility",
                        "eligibility_figures",
                        "parked_event",
                        "plan",
                        "plan_figures",
                        "plan_line",
                        "plan_progress",
                        "week_figures"));

        for (Map.Entry<String, Set<String>> treatment : treatments.entrySet()) {
            assertThat(tablesTreatedAs(treatment.getKey()))
                    .as("tables that a rebuild treats as " + treatment.getKey()
                            + ": a new one is named here, and in rebuild_treatment when it is derived from no topic")
                    .containsExactlyInAnyOrderElementsOf(treatment.getValue());
        }
    }

    @Test
    void the_tables_that_come_in_are_made_like_those_that_go_down_to_the_names_of_their_indexes() {
        List<String> before = structure();

        assertThat(end(request(false)).getString("state")).isEqualTo("SWAPPED");

        assertThat(structure()).isEqualTo(before);
        assertThat(strings("SELECT viewname FROM pg_views WHERE schemaname = 'public'"))
                .as("a view would go on showing the tables that went")
                .isEmpty();
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
        int announced = announced(spoilt).size();
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

        JsonPath swapped = end(request(false));

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
        door.when("/admin/intake", intake -> announced(spoilt).size() == announced + 1);
        door.intakeWhenIdle();
        JsonPath after = end(request(true));
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

        JsonPath failed = end(request(false));

        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("reason")).contains("1 rows of plan_fact");
        assertThat(failed.getList("tables.find{it.table == 'plan_fact'}.plans")).containsExactly(unheardOf.toString());
        assertThat(tablesOf("shadow")).isEmpty();
        jdbi.useHandle(h -> h.execute("DELETE FROM plan_fact WHERE plan_id = ?", unheardOf));
        assertThat(end(request(false)).getString("state")).isEqualTo("SWAPPED");
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

            JsonPath swapped = end(request(false));

            assertThat(isCut).as(stage.name()).isTrue();
            assertThat(swapped.getString("state")).as(stage.name()).isEqualTo("SWAPPED");
            assertThat(swapped.getList("tables.findAll{!it.equal}.table"))
                    .as(stage.name())
                    .isEmpty();
            assertThat(pictures(history)).as(stage.name()).isEqualTo(pictures);
        }
    }

    @Test
    void what_begins_and_what_ends_at_a_midnight_is_told_once_at_whatever_stage_it_strikes() {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(Name.values().length + 1);
        AtomicReference<LocalDate> day = new AtomicReference<>(first);
        QuarkusMock.installMockForType(new DayClock(day), Clock.class);
        for (Name stage : Name.values()) {
            LocalDate today = day.get();
            Facts ends = eligibleForThirtyDaysFrom(today.minusDays(29));
            Facts begins = eligibleForThirtyDaysFrom(today.plusDays(1));
            door.eligibilityWhen(ends.planId, answer -> answer.getBoolean("certifications[0].eligible"));
            door.progressWhen(begins.planId, progress -> progress.getInt("credited") == 1);
            door.intakeWhenIdle();
            AtomicBoolean isMidnight = new AtomicBoolean();
            AtomicReference<Throwable> fault = new AtomicReference<>();
            watch.react(reached -> {
                if (reached == stage && isMidnight.compareAndSet(false, true)) {
                    day.set(today.plusDays(1));
                    try {
                        awaitMidnight(stage, ends, begins);
                    } catch (RuntimeException | Error e) {
                        fault.set(e);
                    }
                }
            });

            JsonPath swapped = end(request(false));

            assertThat(isMidnight).as(stage.name()).isTrue();
            assertThat(fault.get()).as(stage.name()).isNull();
            assertThat(swapped.getString("state")).as(stage.name()).isEqualTo("SWAPPED");
            assertThat(swapped.getList("tables.findAll{!it.equal}.table"))
                    .as(stage.name())
                    .isEmpty();
            door.eligibilityWhen(ends.planId, answer -> !answer.getBoolean("certifications[0].eligible"));
            door.eligibilityWhen(begins.planId, answer -> answer.getBoolean("certifications[0].eligible"));
            assertThat(end(request(true)).getList("tables.findAll{!it.equal}.table"))
                    .as("figures are what the decisions say after midnight at " + stage)
                    .isEmpty();
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(announcedEligible(ends)).as(stage.name()).containsExactly(true, false);
                assertThat(announcedEligible(begins)).as(stage.name()).containsExactly(true);
            });
        }
    }

    /** Until the day is followed; while the intake is held it is not. */
    private void awaitMidnight(Name stage, Facts ends, Facts begins) {
        boolean isHeld = stage == Name.LEVEL || stage == Name.EXCHANGED;
        Callable<Boolean> isFollowed = () ->
                announcedEligible(ends).size() == 2 && announcedEligible(begins).size() == 1;
        if (isHeld) {
            Awaitility.await()
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> announcedEligible(ends).size() == 1
                            && announcedEligible(begins).isEmpty());
        } else {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(isFollowed);
        }
    }

    private Facts eligibleForThirtyDaysFrom(LocalDate completedOn) {
        Facts facts = new Facts();
        facts.sendPlan(kafka);
        facts.sendRule(
                kafka,
                1,
                Map.<String, Object>of(
                        "allOf", List.of(Map.of("competency", facts.competencies.get(0))), "validFor", "P30D"));
        facts.sendCompetency(
                kafka, Facts.COMPLETED, facts.competency(0, facts.nextVersion(), completedOn.toString(), null));
        return facts;
    }

    private List<Boolean> announcedEligible(Facts facts) {
        return announced(facts).stream()
                .map(data -> JsonPath.from(data).getBoolean("eligible"))
                .toList();
    }

    @Test
    void letters_follow_what_the_history_comes_to_this_time() {
        Facts healed = new Facts();
        Facts unheardOf = new Facts();
        healed.sendPlan(kafka);
        door.progressWhen(healed.planId, progress -> true);
        String good = refusedByDefect("credit_fact", healed);
        String waiting = refusedByDefect("parked_event", unheardOf);
        String hopeless =
                letterOf(() -> kafka.send("competency-completed", healed.apprenticeId.toString(), Map.of(), "nothing"));
        String unknown =
                letterOf(() -> kafka.send("competency-completed", healed.apprenticeId.toString(), Map.of(), "neither"));
        jdbi.useHandle(h -> {
            h.execute("UPDATE dead_letter SET outcome = 'DUPLICATE' WHERE id = ?", UUID.fromString(hopeless));
            h.execute("DELETE FROM dead_letter WHERE id = ?", UUID.fromString(unknown));
        });
        List<String> before = letters();
        door.when("/admin/intake", intake -> strings("SELECT id FROM outbox WHERE published_at IS NULL")
                .isEmpty());
        int published = kafka.readAll("competency-completed-dlq").size();

        end(request(true));
        assertThat(letters()).isEqualTo(before);
        assertThat(end(request(false)).getString("state")).isEqualTo("SWAPPED");

        assertThat(letter(good).getString("outcome")).isEqualTo("REBUILT");
        assertThat(letter(good).getString("redrivenAt")).isNotNull();
        assertThat(door.read("/training-plans/" + healed.planId + "/progress").getInt("credited"))
                .isEqualTo(1);
        assertThat(letter(waiting).getString("outcome")).isEqualTo("PARKED");
        assertThat(letter(hopeless).getString("outcome")).isNull();
        assertThat(letters()).as("one came back").hasSize(before.size() + 1);
        door.when(
                "/admin/intake",
                intake -> kafka.readAll("competency-completed-dlq").size() == published + 1);
        requireClosed();
        assertThat(post("/api/v1/admin/dead-letters/" + good + "/redrive", "")
                        .jsonPath()
                        .getString("outcome"))
                .isEqualTo("REBUILT");

        unheardOf.sendPlan(kafka);
        door.progressWhen(unheardOf.planId, progress -> progress.getInt("credited") == 1);
        door.intakeWhenIdle();
        requireClosed();
        List<String> settled = letters();
        assertThat(end(request(false)).getList("tables.findAll{!it.equal}.table"))
                .isEmpty();
        assertThat(letters()).isEqualTo(settled);
        requireClosed();
    }

    @Test
    void while_one_runs_no_letter_is_redriven_and_it_can_be_tried_what_one_would_come_to() {
        Facts facts = new Facts();
        facts.sendPlan(kafka);
        door.progressWhen(facts.planId, progress -> true);
        String letter = refusedByDefect("credit_fact", facts);
        String redrive = "/api/v1/admin/dead-letters/" + letter + "/redrive";
        CountDownLatch mayGoOn = new CountDownLatch(1);
        watch.react(stage -> await(mayGoOn));
        UUID rebuild = request(true);

        Response refused = post(redrive, "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:dual-training:problem:rebuild-is-running");
        post("/api/v1/admin/dead-letters/redrive", "{\"deadLetterClass\":\"UNPROCESSABLE\"}")
                .then()
                .statusCode(409);
        assertThat(post(redrive + "?dryRun=true", "").jsonPath().getString("outcome"))
                .isEqualTo("APPLIED");
        assertThat(letter(letter).getString("outcome")).isNull();
        assertThat(letter(letter).getString("redrivenAt")).isNull();
        mayGoOn.countDown();
        end(rebuild);

        assertThat(post(redrive, "").jsonPath().getString("outcome")).isEqualTo("APPLIED");
        assertThat(door.read("/training-plans/" + facts.planId + "/progress").getInt("credited"))
                .isEqualTo(1);
    }

    private String refusedByDefect(String table, Facts facts) {
        AtomicReference<String> letter = new AtomicReference<>();
        Owner.refusing(table, facts.planId, () -> letter.set(letterOf(() -> facts.sendCompletion(kafka, 0))));
        return letter.get();
    }

    private String letterOf(Runnable poison) {
        poison.run();
        door.intakeWhenIdle();
        return door.read("/admin/dead-letters?limit=1").getString("items[0].id");
    }

    private JsonPath letter(String id) {
        return door.read("/admin/dead-letters/" + id);
    }

    private List<String> letters() {
        return strings("SELECT concat_ws(' ', topic, partition, record_offset, dead_letter_class, outcome, redriven_at)"
                + " FROM dead_letter ORDER BY 1");
    }

    /** What lies open is what the books call dead-lettered, and what waits is what they call parked. */
    private void requireClosed() {
        JsonPath books = door.read("/admin/intake");
        assertThat(strings("SELECT (SELECT count(*) FROM dead_letter WHERE outcome IS NULL) || ' '"
                        + " || (SELECT count(*) FROM parked_event)"))
                .containsExactly(books.getLong("totals.deadLettered") + " " + books.getLong("totals.parked"));
        assertThat(books.getLong("totals.received"))
                .isEqualTo(Stream.of("applied", "duplicate", "stale", "parked", "deadLettered")
                        .mapToLong(count -> books.getLong("totals." + count))
                        .sum());
    }

    @Test
    void one_runs_at_a_time_and_can_be_cancelled() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        watch.react(stage -> await(mayGoOn));
        UUID first = request(false);

        post(REBUILDS, "{}").then().statusCode(409);
        JsonPath cancelled = post(REBUILDS + "/" + first + "/cancellation", "")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        mayGoOn.countDown();

        assertThat(cancelled.getString("state")).isEqualTo("CANCELLED");
        post(REBUILDS + "/" + first + "/cancellation", "").then().statusCode(409);
        post(REBUILDS + "/" + UUID.randomUUID() + "/cancellation", "").then().statusCode(404);
        UUID second = request(true);
        assertThat(end(second).getString("state")).isEqualTo("COMPARED");
        assertThat(door.read("/admin/rebuilds?limit=2").getList("items.id"))
                .containsExactly(second.toString(), first.toString());
        door.get(door.tokens().dashboard(), "/admin/rebuilds").then().statusCode(403);
    }

    @Test
    void who_reads_for_long_delays_the_exchange_and_neither_the_intake_nor_other_readers() throws SQLException {
        Facts facts = new Facts();
        facts.sendPlan(kafka);
        door.progressWhen(facts.planId, progress -> true);
        UUID rebuild;
        try (Connection dump = database.getConnection();
                Statement statement = dump.createStatement()) {
            dump.setAutoCommit(false);
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            statement.execute("SELECT 1 FROM plan_line LIMIT 1");
            rebuild = request(false);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !strings(
                            "SELECT mode FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND NOT granted")
                    .isEmpty());

            facts.sendCompletion(kafka, 0);
            door.progressWhen(facts.planId, progress -> progress.getInt("credited") == 1);
            assertThat(door.read("/admin/rebuilds/" + rebuild).getString("state"))
                    .isEqualTo("RUNNING");
            dump.rollback();
            dump.setAutoCommit(true);
        }

        assertThat(end(rebuild).getString("state")).isEqualTo("SWAPPED");
        assertThat(door.read("/training-plans/" + facts.planId + "/progress").getInt("credited"))
                .isEqualTo(1);
    }

    @Test
    void nothing_is_left_of_one_that_is_cancelled_after_its_worker_was_killed() {
        AtomicInteger left = new AtomicInteger();
        watch.react(stage -> {
            String id = door.read("/admin/rebuilds?limit=1").getString("items[0].id");
            post(REBUILDS + "/" + id + "/cancellation", "").then().statusCode(200);
            left.set(tablesOf("shadow").size());
            throw new IllegalStateException("killed");
        });

        assertThat(end(request(false)).getString("state")).isEqualTo("CANCELLED");

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> left.get() > 0);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> tablesOf("shadow")
                .isEmpty());
    }

    private void read(Facts facts, AtomicInteger reads) {
        door.read("/training-plans/" + facts.planId + "/progress");
        door.read("/training-plans/" + facts.planId + "/eligibility");
        door.read("/dashboard/summary");
        reads.incrementAndGet();
    }

    private List<String> announced(Facts facts) {
        return kafka.readAll("certification-eligibility-changed").stream()
                .filter(event -> new String(event.key(), StandardCharsets.UTF_8).equals(facts.apprenticeId.toString()))
                .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                .toList();
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

    private UUID request(boolean dryRun) {
        return UUID.fromString(post(REBUILDS, "{\"dryRun\":" + dryRun + "}")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private Response post(String path, String body) {
        return given().auth()
                .oauth2(door.tokens().agency())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private JsonPath end(UUID id) {
        return door.when("/admin/rebuilds/" + id, rebuild -> !"RUNNING".equals(rebuild.getString("state")));
    }

    private List<String> tablesTreatedAs(String treatment) {
        return strings("""
                SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                  AND rebuild_treatment(relname) = '%s'
                """.formatted(treatment));
    }

    private List<String> tablesOf(String schema) {
        return strings("SELECT relname FROM pg_class WHERE relnamespace = '" + schema + "'::regnamespace");
    }

    /** Columns, constraints, indexes, triggers, storage and rights of all tables. */
    private List<String> structure() {
        return strings("""
                SELECT concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                    pg_get_expr(d.adbin, d.adrelid), a.attidentity)
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
                UNION ALL SELECT concat_ws(' ', relname, relkind, reloptions, relacl, relowner)
                FROM pg_class WHERE relnamespace = 'public'::regnamespace
                ORDER BY 1
                """);
    }

    private List<String> strings(String sql) {
        return jdbi.withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let it go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
