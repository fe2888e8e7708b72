package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dualtraining.kit.epoch.ServiceEpoch;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.plan.restore.RaiseEpoch;
import org.dualtraining.testkit.EventContract;
import org.dualtraining.testkit.TopicClient;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What happens at the first start on a restored database (guarantees R23, D6). */
@PlanServiceTest
@TestProfile(RestoredDatabaseTest.OwnServers.class)
class RestoredDatabaseTest {

    /** Raising the epoch says all plans anew: those of other tests are not to be among them. */
    public static final class OwnServers implements QuarkusTestProfile {}

    private static final String ELSEWHERE = "another/00000001/1/1";

    @Inject
    RaiseEpoch raiseEpoch;

    @Inject
    ServiceEpoch epoch;

    @Inject
    Jdbi jdbi;

    @Test
    void a_restored_database_is_refused_until_its_epoch_is_raised_and_then_every_plan_is_said_anew() {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        parties.map("HIMC1", 0);
        parties.map("HIMC2", 1);
        post(parties, "r1", "HIMC1");
        String taken = post(parties, "r2", "HIMC2");
        parties.asCollege()
                .body(Map.of("reason", "another learner's"))
                .post("/api/v1/course-completions/" + taken + "/revocation")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20)).until(this::isAllPublished);
        int before = epoch.current();
        long version = version(plan);
        int said = eventsOf(parties.apprentice, plan).size();
        forgetWhatWasPublished();
        jdbi.useHandle(h -> h.execute("UPDATE service_epoch SET database_identity = ?", ELSEWHERE));

        assertThatThrownBy(() -> raiseEpoch.handle(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PLAN_EPOCH_RAISE=true");
        assertThat(epoch.current()).isEqualTo(before);
        raiseEpoch.handle(true);
        raiseEpoch.handle(false);

        assertThat(epoch.current()).isEqualTo(before + 1);
        List<JsonNode> anew = await().atMost(Duration.ofSeconds(20))
                .until(() -> eventsOf(parties.apprentice, plan), all -> all.size() == said + 3)
                .subList(said, said + 3);
        assertThat(anew).extracting(event -> event.path("epoch").asInt()).containsOnly(before + 1);
        assertThat(anew)
                .extracting(event -> event.path("version").asLong())
                .containsExactlyInAnyOrder(version + 1, version + 2, version + 3);
        Parties.agency()
                .get("/api/v1/training-plans/" + plan)
                .then()
                .header("ETag", equalTo("\"" + (before + 1) + "." + (version + 3) + "\""))
                .body("lines.findAll{it.state == 'CREDITED'}", hasSize(1))
                .body("lines.findAll{it.state == 'REVOKED'}", hasSize(1));
    }

    @Test
    void an_epoch_that_only_the_topics_remember_is_not_used_again() {
        UUID plan = new Parties().activePlan();
        await().atMost(Duration.ofSeconds(20)).until(this::isAllPublished);
        int before = epoch.current();
        raiseAfterRestore();
        await().atMost(Duration.ofSeconds(20)).until(this::isAllPublished);
        // the backup is restored once more: the database knows nothing of the epoch that followed
        jdbi.useHandle(h -> {
            h.execute("UPDATE service_epoch SET epoch = ?", before);
            h.execute("UPDATE training_plan SET epoch = ?", before);
        });

        raiseAfterRestore();

        assertThat(epoch.current()).isEqualTo(before + 2);
        assertThat(epochOf(plan)).isEqualTo(before + 2);
    }

    @Test
    void a_plan_that_was_made_after_the_backup_is_cancelled_for_those_who_heard_of_it() {
        Parties parties = new Parties();
        UUID lost = parties.activePlan();
        await().atMost(Duration.ofSeconds(20)).until(this::isAllPublished);
        jdbi.useHandle(h -> {
            h.execute("DELETE FROM plan_line WHERE plan_id = ?", lost);
            h.execute("DELETE FROM training_plan WHERE id = ?", lost);
        });

        raiseAfterRestore();

        List<JsonNode> said = await().atMost(Duration.ofSeconds(20))
                .until(() -> eventsOf(parties.apprentice, lost), all -> all.size() == 3);
        assertThat(said.get(2).path("status").asText()).isEqualTo("CANCELLED");
        assertThat(said.get(2).path("epoch").asInt()).isEqualTo(epoch.current());
        assertThat(said.get(2).path("lines").size()).isEqualTo(15);
    }

    @Test
    void files_that_were_put_back_are_known_by_what_the_topics_say() {
        new Parties().activePlan();
        await().atMost(Duration.ofSeconds(20)).until(this::isAllPublished);
        int before = epoch.current();
        forgetWhatWasPublished();
        raiseEpoch.handle(true);
        assertThat(epoch.current()).isEqualTo(before);
        new Parties().activePlan();
        await().atMost(Duration.ofSeconds(20)).until(this::isAllPublished);
        jdbi.useHandle(h -> h.execute("DELETE FROM outbox WHERE id = (SELECT max(id) FROM outbox)"));

        raiseEpoch.handle(true);

        assertThat(epoch.current()).isEqualTo(before + 1);
    }

    @Test
    void a_restatement_that_was_cut_off_goes_on_at_the_next_start() {
        UUID plan = new Parties().activePlan();
        await().atMost(Duration.ofSeconds(20)).until(this::isAllPublished);
        int next = epoch.current() + 1;
        // as a kill right after the epoch was raised leaves it
        jdbi.useHandle(
                h -> h.execute("UPDATE service_epoch SET epoch = ?, restated_through = ?", next, new UUID(0, 0)));

        raiseEpoch.handle(false);

        assertThat(epochOf(plan)).isEqualTo(next);
        UUID later = new Parties().activePlan();
        assertThat(epochOf(later)).isEqualTo(next);
    }

    /** As if it were long ago. What is said from now on is younger than what was pruned. */
    private void forgetWhatWasPublished() {
        jdbi.useHandle(h -> {
            h.execute("DELETE FROM outbox");
            h.execute("UPDATE outbox_pruned SET until = clock_timestamp()");
        });
    }

    private void raiseAfterRestore() {
        jdbi.useHandle(h -> h.execute("UPDATE service_epoch SET database_identity = ?", ELSEWHERE));
        raiseEpoch.handle(true);
    }

    private boolean isAllPublished() {
        return jdbi.withHandle(h -> h.createQuery("SELECT NOT EXISTS (SELECT FROM outbox WHERE published_at IS NULL)")
                .mapTo(Boolean.class)
                .one());
    }

    private int epochOf(UUID plan) {
        return Parties.agency()
                .queryParam("plan", plan)
                .get("/api/v1/training-plans/digests")
                .path("items[0].epoch");
    }

    private static long version(UUID plan) {
        return ((Number) Parties.agency().get("/api/v1/training-plans/" + plan).path("version")).longValue();
    }

    private static String post(Parties parties, String sourceRecord, String course) {
        return parties.post("restore-" + Ids.next(), parties.completion(sourceRecord, course))
                .then()
                .statusCode(201)
                .extract()
                .path("completionId");
    }

    /** By the time at which they were said, each held against its contract. */
    private static List<JsonNode> eventsOf(UUID apprentice, UUID plan) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (TopicClient topics = new TopicClient(servers)) {
            found.addAll(topics.readAll("competency-completed"));
            found.addAll(topics.readAll("training-plan-changed"));
        }
        return found.stream()
                .filter(event -> List.of(apprentice.toString(), plan.toString())
                        .contains(new String(event.key(), StandardCharsets.UTF_8)))
                .map(RestoredDatabaseTest::data)
                .sorted((a, b) -> said(a).compareTo(said(b)))
                .toList();
    }

    private static Instant said(JsonNode event) {
        return Instant.parse(event.path("recordedAt").asText());
    }

    private static JsonNode data(ConsumerRecord<byte[], byte[]> event) {
        String json = new String(event.value(), StandardCharsets.UTF_8);
        EventContract.of(String.valueOf(TopicClient.header(event, "ce_type"))).requireKeptBy(json);
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
