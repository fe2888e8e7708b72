package org.dualtraining.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dualtraining.progress.Facts;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seeded schedules: complete, correct, revoke and reinstate of two competencies, plan and rule versions, in any order, in
 * batches of any size, with repeats. Whatever the order, the state is the one that the highest versions describe, and the
 * last eligibility event says what the state says.
 */
@QuarkusTest
class AnyOrderTest {

    private static final int SCHEDULES = 60;

    private final ApplyBatch applyBatch;
    private final CompetencyCompletedConsumer competencies;
    private final TrainingPlanChangedConsumer plans;
    private final CertificationRuleChangedConsumer rules;
    private final ReviewPlansOfRule reviews;
    private final Jdbi jdbi;
    private final int partition = 1_000;
    private long offset;

    AnyOrderTest(
            ApplyBatch applyBatch,
            CompetencyCompletedConsumer competencies,
            TrainingPlanChangedConsumer plans,
            CertificationRuleChangedConsumer rules,
            ReviewPlansOfRule reviews,
            Jdbi jdbi) {
        this.applyBatch = applyBatch;
        this.competencies = competencies;
        this.plans = plans;
        this.rules = rules;
        this.reviews = reviews;
        this.jdbi = jdbi;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_260_515, 4_711, 136_246})
    void any_order_and_any_repeats_end_in_one_state(long seed) {
        Random random = new Random(seed);
        offset = seed * 1_000_000;
        for (int schedule = 0; schedule < SCHEDULES; schedule++) {
            Story story = new Story(random);
            List<Message> messages = new ArrayList<>(story.messages);
            for (int repeats = random.nextInt(6); repeats > 0; repeats--) {
                messages.add(messages.get(random.nextInt(messages.size())));
            }
            Collections.shuffle(messages, random);
            play(messages, random);
            assertThat(stateOf(story)).as("seed %d schedule %d", seed, schedule).isEqualTo(story.expected());
            assertThat(eventsOf(story))
                    .as("events of seed %d schedule %d", seed, schedule)
                    .satisfies(said -> {
                        assertThat(said.isEmpty() ? "false" : said.get(said.size() - 1))
                                .isEqualTo(String.valueOf(story.isEligible()));
                        for (int i = 0; i < said.size(); i++) {
                            assertThat(said.get(i)).isEqualTo(String.valueOf(i % 2 == 0));
                        }
                    });
        }
    }

    /** Neighbours of one topic go into one batch, up to a random size, as a poll would give them. */
    private void play(List<Message> messages, Random random) {
        int i = 0;
        while (i < messages.size()) {
            Topic<?> topic = messages.get(i).topic();
            int size = 1 + random.nextInt(4);
            List<Message> batch = new ArrayList<>();
            while (i < messages.size() && batch.size() < size && messages.get(i).topic() == topic) {
                batch.add(messages.get(i++));
            }
            apply(topic, batch);
        }
    }

    private <F> void apply(Topic<F> topic, List<Message> batch) {
        applyBatch.handle(
                topic, batch.stream().map(message -> received(topic, message)).toList());
        boolean more = true;
        while (more) {
            more = reviews.nextChunk();
        }
    }

    private <F> Received<F> received(Topic<F> topic, Message message) {
        ConsumerRecord<byte[], byte[]> kafka = new ConsumerRecord<>(
                topic.name(),
                partition,
                offset++,
                message.key().toString().getBytes(StandardCharsets.UTF_8),
                Facts.json(message.data()).getBytes(StandardCharsets.UTF_8));
        Facts.headers(topic.source(), message.type(), message.eventId(), message.key())
                .forEach((name, value) -> kafka.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Received<F> received = Received.decode(kafka, topic);
        assertThat(received.poison()).isNull();
        return new Received<>(
                received.topic(),
                received.partition(),
                received.offset(),
                Instant.now(),
                received.eventId(),
                received.fact(),
                null);
    }

    private String stateOf(Story story) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT concat_ws(' ',
                            (SELECT string_agg(state || completed_on || coalesce(rating, -1), ' ' ORDER BY version)
                             FROM credit WHERE plan_id = :plan),
                            p.status, c.instruction_credited, c.job_credited, c.is_waiting,
                            coalesce((SELECT eligible FROM eligibility
                                      WHERE plan_id = :plan AND certification_id = :certification), false))
                        FROM plan p JOIN plan_progress c USING (plan_id) WHERE plan_id = :plan
                        """)
                .bind("plan", story.facts.planId)
                .bind("certification", story.facts.certificationId)
                .mapTo(String.class)
                .one());
    }

    private List<String> eventsOf(Story story) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT payload->>'eligible' FROM outbox
                        WHERE record_key = :apprentice AND topic = 'certification-eligibility-changed' ORDER BY id
                        """)
                .bind("apprentice", story.facts.apprenticeId.toString())
                .mapTo(String.class)
                .list());
    }

    private record Message(Topic<?> topic, UUID key, String type, UUID eventId, Map<String, Object> data) {}

    /** What happened to one plan, and what must follow from it. */
    private final class Story {

        private final Facts facts = new Facts();
        private final List<Message> messages = new ArrayList<>();
        private final @Nullable String[] states = new @Nullable String[2];
        private final long[] versions = new long[2];
        private final int[] ratings = new int[2];
        private int ruleVersion;

        Story(Random random) {
            tell(plans, facts.planId, Facts.PLAN, facts.plan(facts.nextVersion()));
            newRule();
            for (int steps = 2 + random.nextInt(7); steps > 0; steps--) {
                switch (random.nextInt(6)) {
                    case 0 -> {
                        facts.status = random.nextBoolean() ? "SUSPENDED" : "ACTIVE";
                        tell(plans, facts.planId, Facts.PLAN, facts.plan(facts.nextVersion()));
                    }
                    case 1 -> newRule();
                    default -> somethingAbout(random.nextInt(2), random);
                }
            }
        }

        private void newRule() {
            ruleVersion++;
            Object tree = ruleVersion % 2 == 1
                    ? facts.needsBoth()
                    : Map.of("competency", facts.competencies.get(1), "minimumRating", 3);
            tell(rules, facts.certificationId, Facts.RULE, facts.rule(ruleVersion, tree));
        }

        private void somethingAbout(int competency, Random random) {
            int rating = random.nextInt(5);
            String day = "2026-0" + (1 + random.nextInt(9)) + "-11";
            boolean isRevoked = random.nextInt(3) == 0;
            long version = facts.nextVersion();
            states[competency] = (isRevoked ? "REVOKED" : "CREDITED") + day + rating;
            versions[competency] = version;
            ratings[competency] = rating;
            String type = isRevoked ? Facts.REVOKED : random.nextBoolean() ? Facts.COMPLETED : Facts.CORRECTED;
            tell(competencies, facts.apprenticeId, type, facts.competency(competency, version, day, rating));
        }

        private void tell(Topic<?> topic, UUID key, String type, Map<String, Object> data) {
            messages.add(new Message(topic, key, type, UUID.randomUUID(), data));
        }

        private boolean isCredited(int competency) {
            return states[competency] != null && states[competency].startsWith("CREDITED");
        }

        private boolean isEligible() {
            return ruleVersion % 2 == 1 ? isCredited(0) && isCredited(1) : isCredited(1) && ratings[1] >= 3;
        }

        private String expected() {
            List<String> parts = new ArrayList<>();
            boolean firstIsOlder = versions[0] < versions[1];
            for (int competency : firstIsOlder ? new int[] {0, 1} : new int[] {1, 0}) {
                if (states[competency] != null) {
                    parts.add(states[competency]);
                }
            }
            parts.add(facts.status);
            parts.add(isCredited(0) ? "1" : "0");
            parts.add(isCredited(1) ? "1" : "0");
            parts.add("f");
            parts.add(isEligible() ? "t" : "f");
            return String.join(" ", parts);
        }
    }
}
