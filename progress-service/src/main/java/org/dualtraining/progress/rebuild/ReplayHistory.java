package org.dualtraining.progress.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.dualtraining.progress.intake.SecondIntake;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes the history in a second time, from where the second ledger stands: after a kill as after a pause. */
@ApplicationScoped
class ReplayHistory {

    /** So many records are left when the running intake may be held for the rest. */
    private static final long CLOSE = 2_000;

    private final Positions positions;
    private final SecondIntake intake;
    private final Throttle throttle;
    private final Event<RebuildStage> stages;
    private final String servers;

    @Inject
    ReplayHistory(
            Positions positions,
            SecondIntake intake,
            Throttle throttle,
            Event<RebuildStage> stages,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.positions = positions;
        this.intake = intake;
        this.throttle = throttle;
        this.stages = stages;
        this.servers = servers;
    }

    /**
     * Until little is left, however much comes in meanwhile.
     *
     * @param afterPortion is told how many records were taken in by now, and how many there are
     */
    void untilClose(UUID rebuildId, Progress afterPortion) {
        do {
            long total = positions.recordsLive();
            take(positions.live(), rebuildId, () -> {
                afterPortion.taken(positions.recordsSecond(), total);
                throttle.pause();
            });
        } while (behind(positions.live(), positions.second()) > CLOSE);
    }

    /** Exactly to where the running intake is, which the caller holds. */
    void rest(UUID rebuildId) {
        take(positions.live(), rebuildId, () -> {});
    }

    private void take(Map<TopicPartition, Long> to, UUID rebuildId, Runnable afterPortion) {
        Map<TopicPartition, Long> from = positions.second();
        if (behind(to, from) > 0) {
            try (HistoryReader history = new HistoryReader(servers)) {
                for (String topic : intake.topics()) {
                    history.read(topic, from, to, records -> {
                        take(topic, records);
                        stages.fire(new RebuildStage(rebuildId, RebuildStage.Name.PORTION));
                        afterPortion.run();
                    });
                }
            }
        }
        intake.review();
    }

    private void take(String topic, List<ConsumerRecord<byte[], byte[]>> records) {
        throttle.measure(() -> intake.take(topic, records));
    }

    private static long behind(Map<TopicPartition, Long> live, Map<TopicPartition, Long> second) {
        return live.entrySet().stream()
                .mapToLong(partition -> Math.max(0, partition.getValue() - second.getOrDefault(partition.getKey(), 0L)))
                .sum();
    }

    /** Told after each portion. */
    interface Progress {
        void taken(long records, long ofRecords);
    }
}
