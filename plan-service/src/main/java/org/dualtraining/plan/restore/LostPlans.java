package org.dualtraining.plan.restore;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Plans that were made after the backup are gone from the database, but their snapshots went out. They are cancelled in the
 * new epoch, so that nobody goes on counting what this service does not know; whoever needs one makes it again.
 */
@ApplicationScoped
class LostPlans {

    private static final Logger LOG = Logger.getLogger(LostPlans.class);
    private static final String TOPIC = "training-plan-changed";
    private static final String TYPE = "org.dualtraining.training-plan-changed.v1";
    private static final Duration POLL = Duration.ofMillis(500);

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;
    private final String servers;

    @Inject
    LostPlans(
            Jdbi jdbi,
            Outbox outbox,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.servers = servers;
    }

    /** The last snapshots of plans that only the topic knows; the whole topic is read for them. */
    Map<UUID, ObjectNode> find() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<UUID, ObjectNode> lost = new HashMap<>();
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                Map<UUID, ObjectNode> said = new HashMap<>();
                consumer.poll(POLL).forEach(snapshot -> read(snapshot, said));
                said.keySet().removeAll(known(said.keySet()));
                lost.putAll(said);
            }
            return lost;
        } catch (KafkaException e) {
            throw new IllegalStateException("the epoch cannot be raised while Kafka cannot be read", e);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void cancel(Map<UUID, ObjectNode> lost, int epoch) {
        Instant now = clock.instant();
        lost.forEach((planId, snapshot) -> LOG.warnf("cancelled, made after the backup plan=%s", planId));
        outbox.append(lost.entrySet().stream()
                .map(plan -> cancelled(plan.getKey(), plan.getValue(), epoch, now))
                .toList());
    }

    private static OutboxEvent cancelled(UUID planId, ObjectNode snapshot, int epoch, Instant now) {
        snapshot.put("status", "CANCELLED");
        snapshot.put("epoch", epoch);
        snapshot.put("version", 1);
        snapshot.put("recordedAt", now.toString());
        return new OutboxEvent(Ids.next(), TOPIC, planId.toString(), TYPE, planId, epoch, 1, now, snapshot);
    }

    private void read(ConsumerRecord<byte[], byte[]> published, Map<UUID, ObjectNode> said) {
        boolean isOurs = header(published, "ce_source").equals("/plan-service")
                && header(published, "ce_type").equals(TYPE);
        if (!isOurs || published.key() == null || published.value() == null) {
            return;
        }
        try {
            UUID planId = UUID.fromString(new String(published.key(), StandardCharsets.UTF_8));
            if (json.readTree(published.value()) instanceof ObjectNode snapshot) {
                said.put(planId, snapshot);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.debugf("no snapshot partition=%d offset=%d", published.partition(), published.offset());
        }
    }

    private Set<UUID> known(Collection<UUID> planIds) {
        return planIds.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        jdbi.withHandle(h -> h.createQuery("SELECT id FROM training_plan WHERE id = ANY (:plans)")
                                .bindArray("plans", UUID.class, planIds.toArray())
                                .mapTo(UUID.class)
                                .list()));
    }

    private static String header(ConsumerRecord<byte[], byte[]> published, String name) {
        Header header = published.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
