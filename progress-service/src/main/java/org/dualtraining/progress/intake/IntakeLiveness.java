package org.dualtraining.progress.intake;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Down when a partition of this instance has stood still for two minutes although records wait in it, or one batch has
 * waited that long: by then a restart is worth a try. What other instances do is not looked at.
 */
@Liveness
class IntakeLiveness implements HealthCheck {

    private static final Duration LONGEST = Duration.ofSeconds(120);

    private final Patience patience;
    private final OwnPartitions partitions;
    private final EndOffsets endOffsets;

    @Inject
    IntakeLiveness(Patience patience, OwnPartitions partitions, EndOffsets endOffsets) {
        this.patience = patience;
        this.partitions = partitions;
        this.endOffsets = endOffsets;
    }

    @Override
    public HealthCheckResponse call() {
        Duration batch = patience.longestWork().orElse(Duration.ZERO);
        Map<Ledger.Position, Long> ends = endOffsets.current().orElse(Map.of());
        Optional<OwnPartitions.Still> still = partitions.longestStill(ends);
        Duration partition = still.map(OwnPartitions.Still::time).orElse(Duration.ZERO);
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("intake moves")
                .status(batch.compareTo(LONGEST) < 0 && partition.compareTo(LONGEST) < 0)
                .withData("longestBatchSeconds", batch.toSeconds())
                .withData("longestStillSeconds", partition.toSeconds());
        if (!partition.isZero()) {
            still.map(OwnPartitions.Still::position)
                    .ifPresent(position ->
                            answer.withData("stillPartition", position.topic() + "-" + position.partition()));
        }
        return answer.build();
    }
}
