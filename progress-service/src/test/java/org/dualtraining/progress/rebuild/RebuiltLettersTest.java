package org.dualtraining.progress.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.OwnServers;
import org.dualtraining.progress.Owner;
import org.dualtraining.testkit.TopicClient;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rebuild makes of dead letters. */
@QuarkusTest
@TestProfile(OwnServers.class)
class RebuiltLettersTest {

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
        door.when("/admin/intake", intake -> rebuilds.strings("SELECT id FROM outbox WHERE published_at IS NULL")
                .isEmpty());
        int published = kafka.readAll("competency-completed-dlq").size();

        rebuilds.run(true);
        assertThat(letters()).isEqualTo(before);
        assertThat(rebuilds.run(false).getString("state")).isEqualTo("SWAPPED");

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
        assertThat(rebuilds.post("/admin/dead-letters/" + good + "/redrive", "")
                        .jsonPath()
                        .getString("outcome"))
                .isEqualTo("REBUILT");

        unheardOf.sendPlan(kafka);
        door.progressWhen(unheardOf.planId, progress -> progress.getInt("credited") == 1);
        door.intakeWhenIdle();
        requireClosed();
        List<String> settled = letters();
        assertThat(rebuilds.run(false).getList("tables.findAll{!it.equal}.table"))
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
        String redrive = "/admin/dead-letters/" + letter + "/redrive";
        CountDownLatch mayGoOn = new CountDownLatch(1);
        watch.react(stage -> RebuildDoor.await(mayGoOn));
        UUID rebuild = rebuilds.request(true);

        Response refused = rebuilds.post(redrive, "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:dual-training:problem:rebuild-is-running");
        rebuilds.post("/admin/dead-letters/redrive", "{\"deadLetterClass\":\"UNPROCESSABLE\"}")
                .then()
                .statusCode(409);
        assertThat(rebuilds.post(redrive + "?dryRun=true", "").jsonPath().getString("outcome"))
                .isEqualTo("APPLIED");
        assertThat(letter(letter).getString("outcome")).isNull();
        assertThat(letter(letter).getString("redrivenAt")).isNull();
        mayGoOn.countDown();
        rebuilds.end(rebuild);

        assertThat(rebuilds.post(redrive, "").jsonPath().getString("outcome")).isEqualTo("APPLIED");
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
        return rebuilds.strings(
                "SELECT concat_ws(' ', topic, partition, record_offset, dead_letter_class, outcome, redriven_at)"
                        + " FROM dead_letter ORDER BY 1");
    }

    /** What lies open is what the books call dead-lettered, and what waits is what they call parked. */
    private void requireClosed() {
        JsonPath books = door.read("/admin/intake");
        assertThat(rebuilds.strings("SELECT (SELECT count(*) FROM dead_letter WHERE outcome IS NULL) || ' '"
                        + " || (SELECT count(*) FROM parked_event)"))
                .containsExactly(books.getLong("totals.deadLettered") + " " + books.getLong("totals.parked"));
        assertThat(books.getLong("totals.received"))
                .isEqualTo(Stream.of("applied", "duplicate", "stale", "parked", "deadLettered")
                        .mapToLong(count -> books.getLong("totals." + count))
                        .sum());
    }
}
