package org.dualtraining.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.intake.Story.Message;
import org.dualtraining.progress.rollup.Recount;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The kept figures are what a count of all plans and lines gives, whatever happened. */
@QuarkusTest
class FiguresFollowTest {

    private static final Logger LOG = Logger.getLogger(FiguresFollowTest.class);
    private static final List<String> STATUSES =
            List.of("DRAFT", "ACTIVE", "ACTIVE", "ACTIVE", "SUSPENDED", "COMPLETED", "CANCELLED");

    private final Stage stage;
    private final Recount recount;
    private final Jdbi jdbi;

    FiguresFollowTest(Stage stage, Jdbi jdbi) {
        this.stage = stage;
        this.jdbi = jdbi;
        this.recount = new Recount(jdbi);
    }

    @Test
    void figures_equal_a_recount_after_random_plans_moves_credits_and_revocations() {
        long seed = new Random().nextLong();
        LOG.infof("FiguresFollowTest seed %d", seed);
        Random random = new Random(seed);
        World world = new World(random);
        for (int round = 0; round < 12; round++) {
            List<Message> messages = new ArrayList<>();
            // each plan says one thing per round, so that any of them may share a batch
            world.plans.forEach(plan -> messages.add(world.somethingAbout(plan)));
            if (round % 4 == 1) {
                messages.add(world.rule());
            }
            stage.play(messages, random);
            // other tests may be at work in the same database
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(recount.kept())
                    .isEqualTo(recount.anew()));
        }
        assertThat(recount.kept()).allMatch(rows -> !rows.isEmpty());
    }

    @Test
    void the_newest_name_wins_whatever_the_order() {
        Facts first = new Facts();
        Facts second = first.another();
        Facts third = first.another();
        Random random = new Random(1);
        stage.play(List.of(named(first, "Old Name", "2026-03-01T00:00:00Z")), random);
        assertThat(employer(first)).isEqualTo("Old Name");
        stage.play(List.of(named(second, "New Name", "2026-03-03T00:00:00Z")), random);
        assertThat(employer(first)).isEqualTo("New Name");
        stage.play(List.of(named(third, "Name Between", "2026-03-02T00:00:00Z")), random);
        assertThat(employer(first)).isEqualTo("New Name");
        // nothing but the name changes
        stage.play(List.of(named(first, "Newest Name", "2026-03-04T00:00:00Z")), random);
        assertThat(employer(first)).isEqualTo("Newest Name");
    }

    private String employer(Facts facts) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT name FROM label WHERE kind = 'EMPLOYER' AND id = :id")
                        .bind("id", facts.employerId)
                        .mapTo(String.class)
                        .one());
    }

    private static Message named(Facts facts, String name, String recordedAt) {
        Map<String, Object> data = facts.plan(facts.nextVersion());
        data.put("employerName", name);
        data.put("recordedAt", recordedAt);
        return plan(facts, data);
    }

    private static Message plan(Facts facts, Map<String, Object> data) {
        return new Message("training-plan-changed", "/plan-service", facts.planId, Facts.PLAN, UUID.randomUUID(), data);
    }

    /** A few organisations, and apprentices with one plan or two. */
    private static final class World {

        private final Random random;
        private final Facts root = new Facts();
        private final List<UUID> employers = ids(3);
        private final List<UUID> occupations = ids(2);
        private final List<UUID> providers = ids(3);
        private final List<Facts> plans = new ArrayList<>();
        private int ruleVersion;

        World(Random random) {
            this.random = random;
            for (int i = 0; i < 80; i++) {
                plans.add(i % 4 == 3 ? root.another(plans.get(i - 1).apprenticeId) : root.another());
            }
        }

        private static List<UUID> ids(int count) {
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ids.add(UUID.randomUUID());
            }
            return ids;
        }

        Message somethingAbout(Facts plan) {
            return random.nextInt(3) == 0 ? snapshot(plan) : credit(plan);
        }

        private Message snapshot(Facts plan) {
            plan.status = some(STATUSES);
            Map<String, Object> data = plan.plan(plan.nextVersion());
            data.put("employerId", some(employers));
            data.put("occupationId", some(occupations));
            data.put("recordedAt", LocalDate.of(2026, 1 + random.nextInt(6), 1) + "T00:00:00Z");
            List<Object> lines = new ArrayList<>();
            for (Object line : (List<?>) Objects.requireNonNull(data.get("lines"))) {
                @SuppressWarnings("unchecked")
                Map<String, Object> members = (Map<String, Object>) line;
                UUID provider = random.nextInt(3) == 0 ? null : some(providers);
                members.put("providerId", provider);
                members.put("providerName", provider == null ? null : "Provider");
                members.put("disposition", random.nextInt(4) == 0 ? "EXCLUDED" : "TRAIN");
                if (random.nextInt(6) > 0) {
                    lines.add(members);
                }
            }
            data.put("lines", lines);
            return plan(plan, data);
        }

        private Message credit(Facts plan) {
            String type =
                    random.nextInt(4) == 0 ? Facts.REVOKED : random.nextBoolean() ? Facts.COMPLETED : Facts.CORRECTED;
            String day = LocalDate.of(2025, 12, 1).plusDays(random.nextInt(250)).toString();
            return new Message(
                    "competency-completed",
                    "/plan-service",
                    plan.apprenticeId,
                    type,
                    UUID.randomUUID(),
                    plan.competency(random.nextInt(3), plan.nextVersion(), day, random.nextInt(5)));
        }

        Message rule() {
            ruleVersion++;
            return new Message(
                    "certification-rule-changed",
                    "/catalog-service",
                    root.certificationId,
                    Facts.RULE,
                    UUID.randomUUID(),
                    root.rule(ruleVersion, Map.of("competency", root.competencies.get(ruleVersion % 3))));
        }

        private <T> T some(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
