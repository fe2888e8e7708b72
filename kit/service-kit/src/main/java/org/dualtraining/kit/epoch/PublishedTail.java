package org.dualtraining.kit.epoch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * The ends of a service's own topics: what it has said last, which a restored database may not know. The epoch goes up
 * along each partition, so the ends show the highest one that was ever used.
 */
@ApplicationScoped
public class PublishedTail {

    /** From each partition: a record or two that somebody else put there must not hide ours. */
    private static final int LAST = 20;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Nobody restores a database as often: an epoch so far above is none of ours. */
    private static final int NO_EPOCH = 1_000_000;

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final String servers;
    private final String source;

    @Inject
    PublishedTail(
            Jdbi jdbi,
            ObjectMapper json,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.jdbi = jdbi;
        this.json = json;
        this.servers = servers;
        this.source = "/" + service;
    }

    /** @param topics those that only this service writes, with an epoch in each event */
    public Said read(Collection<String> topics) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers, "default.api.timeout.ms", (int) LIMIT.toMillis());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return read(consumer, topics);
        } catch (KafkaException e) {
            throw new IllegalStateException("the epoch cannot be raised while Kafka cannot be read", e);
        }
    }

    private Said read(KafkaConsumer<byte[], byte[]> consumer, Collection<String> topics) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ends.forEach(
                (partition, end) -> consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - LAST)));
        Map<UUID, Instant> events = new HashMap<>();
        int highest = 0;
        Instant limit = Instant.now().plus(LIMIT);
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> published : consumer.poll(Duration.ofMillis(200))) {
                if (source.equals(header(published, "ce_source")) && epoch(published) > 0) {
                    highest = Math.max(highest, epoch(published));
                    events.put(eventId(published), time(published));
                }
            }
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException(
                        "the ends of the topics could not be read in " + LIMIT.toSeconds() + " s");
            }
        }
        return new Said(highest, events);
    }

    /** Whether this database knows that it said so, or may have forgotten because it is long ago. */
    public boolean isKnown(Said said) {
        List<Map.Entry<UUID, Instant>> events = List.copyOf(said.events().entrySet());
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT NOT EXISTS (
                            SELECT FROM unnest(:events, CAST(:times AS timestamptz[])) AS said (event_id, time)
                                LEFT JOIN outbox USING (event_id)
                            WHERE outbox.event_id IS NULL AND said.time >= (SELECT until FROM outbox_pruned))
                        """)
                .bindArray(
                        "events",
                        UUID.class,
                        events.stream().map(Map.Entry::getKey).toArray())
                .bindArray(
                        "times",
                        String.class,
                        events.stream()
                                .map(event -> event.getValue().toString())
                                .toArray())
                .mapTo(Boolean.class)
                .one());
    }

    private int epoch(ConsumerRecord<byte[], byte[]> published) {
        try {
            JsonNode epoch = json.readTree(published.value() == null ? new byte[0] : published.value())
                    .path("epoch");
            return epoch.canConvertToInt() && epoch.intValue() < NO_EPOCH ? epoch.intValue() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static UUID eventId(ConsumerRecord<byte[], byte[]> published) {
        try {
            return UUID.fromString(header(published, "ce_id"));
        } catch (IllegalArgumentException e) {
            // an event without an id is none that this database could know
            return new UUID(0, 0);
        }
    }

    private static Instant time(ConsumerRecord<byte[], byte[]> published) {
        try {
            return Instant.parse(header(published, "ce_time"));
        } catch (DateTimeParseException e) {
            // not written by a relay of ours
            return Instant.now();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> published, String name) {
        Header header = published.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * What the ends of the topics say.
     *
     * @param events their ids, and when each was said
     */
    public record Said(int highestEpoch, Map<UUID, Instant> events) {}
}
