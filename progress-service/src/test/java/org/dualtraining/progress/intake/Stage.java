package org.dualtraining.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.intake.Story.Message;
import org.jdbi.v3.core.Jdbi;

/** Plays messages to the real use cases on the real database, in batches as a poll would give them, and looks at it. */
@ApplicationScoped
class Stage {

    /** Beyond the partitions of the topics: what comes over Kafka in the same run stays apart. */
    static final int PARTITION = 1_000;

    private static final AtomicLong OFFSET = new AtomicLong();

    private final ApplyBatch applyBatch;
    private final Map<String, Topic<?>> topics = new HashMap<>();
    private final ReviewPlansOfRule reviews;
    private final Jdbi jdbi;

    @Inject
    Stage(
            ApplyBatch applyBatch,
            CompetencyCompletedConsumer competencies,
            TrainingPlanChangedConsumer plans,
            CertificationRuleChangedConsumer rules,
            ReviewPlansOfRule reviews,
            Jdbi jdbi) {
        this.applyBatch = applyBatch;
        this.reviews = reviews;
        this.jdbi = jdbi;
        for (Topic<?> topic : List.of(competencies, plans, rules)) {
            topics.put(topic.name(), topic);
        }
    }

    /** Independent messages: any of them may share a batch with any other of its topic. */
    void play(Collection<Message> messages, Random random) {
        Map<String, List<Message>> byTopic = new LinkedHashMap<>();
        messages.forEach(message -> byTopic.computeIfAbsent(message.topic(), topic -> new ArrayList<>())
                .add(message));
        byTopic.forEach((topic, all) -> {
            for (int from = 0; from < all.size(); ) {
                int to = Math.min(all.size(), from + 1 + random.nextInt(400));
                apply(Objects.requireNonNull(topics.get(topic)), all.subList(from, to));
                from = to;
            }
        });
        boolean more = true;
        while (more) {
            more = reviews.nextChunk();
        }
    }

    private <F> void apply(Topic<F> topic, List<Message> batch) {
        applyBatch.handle(
                topic, batch.stream().map(message -> received(topic, message)).toList());
    }

    private static <F> Received<F> received(Topic<F> topic, Message message) {
        ConsumerRecord<byte[], byte[]> kafka = new ConsumerRecord<>(
                topic.name(),
                PARTITION,
                OFFSET.getAndIncrement(),
                message.key().toString().getBytes(StandardCharsets.UTF_8),
                Facts.json(message.data()).getBytes(StandardCharsets.UTF_8));
        Facts.headers(message.source(), message.type(), message.eventId(), message.key())
                .forEach((name, value) -> kafka.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Received<F> received = Received.decode(kafka, topic);
        assertThat(received.poison()).isNull();
        return received;
    }

    /** How each known plan stands, in the words of {@link Story#stateAfter}. */
    Map<UUID, String> statesOf(Collection<Story> stories) {
        Map<UUID, String> states = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT p.plan_id, concat_ws(' ', p.status, c.instruction_total, c.instruction_credited, c.job_total,
                                   c.job_credited, c.held,
                                   EXISTS (SELECT 1 FROM eligibility e
                                           WHERE e.plan_id = p.plan_id AND e.eligible)::text) || ' '
                               || coalesce((SELECT string_agg(w, ' ' ORDER BY w COLLATE "C") FROM (
                                      SELECT state || completed_on || coalesce(rating::text, 'null') || event_id
                                      FROM plan_line l WHERE l.plan_id = p.plan_id AND credit_version > 0) AS words (w)), '')
                        FROM plan p JOIN plan_progress c USING (plan_id) WHERE p.plan_id = ANY (:plans)
                        """)
                .bindArray(
                        "plans",
                        UUID.class,
                        stories.stream().map(story -> story.facts.planId).toList())
                .map((row, context) -> states.put(row.getObject(1, UUID.class), row.getString(2)))
                .list());
        return states;
    }

    /** What was published about each apprentice's eligibility, in order. */
    Map<String, List<Boolean>> eligibilityEvents() {
        Map<String, List<Boolean>> said = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT record_key, (payload->>'eligible')::boolean FROM outbox
                        WHERE topic = 'certification-eligibility-changed' ORDER BY id
                        """)
                .map((row, context) -> said.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(row.getBoolean(2)))
                .list());
        return said;
    }

    /** received minus everything it became; and what waits is what is parked. */
    List<Long> openBooks() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT sum(received - applied - duplicate - stale - parked - dead_lettered),
                               (SELECT count(*) FROM parked_event)
                                   - sum(parked) - coalesce((SELECT sum(records) FROM later_outcome
                                                             WHERE outcome = 'PARKED'), 0)
                        FROM intake_ledger
                        """)
                .map((row, context) -> List.of(row.getLong(1), row.getLong(2)))
                .one());
    }
}
