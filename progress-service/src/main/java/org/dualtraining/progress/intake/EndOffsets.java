package org.dualtraining.progress.intake;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How far the topics go, asked of the broker at most once a second, and unknown while it is away. */
@ApplicationScoped
class EndOffsets {

    private static final List<String> TOPICS =
            List.of("competency-completed", "training-plan-changed", "certification-rule-changed");
    private static final Duration FRESH = Duration.ofSeconds(1);
    /** While the broker is away, nobody's request waits for it more often than this. */
    private static final Duration AWAY = Duration.ofSeconds(10);

    private static final int TIMEOUT_MILLIS = 1_000;

    private final String servers;
    private @Nullable Admin admin;
    private Optional<Map<Ledger.Position, Long>> last = Optional.empty();
    private long askedAt = System.nanoTime() - AWAY.toNanos();

    @Inject
    EndOffsets(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    /** One caller asks, the others wait for its answer. */
    synchronized Optional<Map<Ledger.Position, Long>> current() {
        Duration good = last.isPresent() ? FRESH : AWAY;
        if (System.nanoTime() - askedAt >= good.toNanos()) {
            last = ask();
            askedAt = System.nanoTime();
        }
        return last;
    }

    /** As they are at this moment, whatever was asked before. */
    synchronized Optional<Map<Ledger.Position, Long>> askNow() {
        last = ask();
        askedAt = System.nanoTime();
        return last;
    }

    private Optional<Map<Ledger.Position, Long>> ask() {
        try {
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            Map<String, TopicDescription> topics =
                    admin().describeTopics(TOPICS).allTopicNames().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            topics.forEach((name, topic) -> topic.partitions()
                    .forEach(partition ->
                            asked.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
            Map<Ledger.Position, Long> ends = new HashMap<>();
            admin().listOffsets(asked)
                    .all()
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .forEach((partition, end) ->
                            ends.put(new Ledger.Position(partition.topic(), partition.partition()), end.offset()));
            return Optional.of(ends);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Admin admin() {
        Admin known = admin;
        if (known == null) {
            known = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    servers,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    TIMEOUT_MILLIS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    TIMEOUT_MILLIS));
            admin = known;
        }
        return known;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
