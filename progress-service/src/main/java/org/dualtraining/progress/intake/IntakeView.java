package org.dualtraining.progress.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dualtraining.progress.event.DeadLetterClass;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The books of the intake. */
@Schema(
        name = "Intake",
        description =
                "The books of the intake: received = applied + duplicate + stale + parked + deadLettered, in each partition")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntakeView(
        Instant asOf,
        Counts totals,

        @Schema(description = "how many are dead letters still, by class")
        Map<DeadLetterClass, Long> deadLetters,

        @Schema(description = "absent while the broker cannot be asked") @Nullable
        Lag lag,

        @Schema(description = "every partition from which something was taken")
        List<Partition> partitions) {

    /** What became of the records that were received. */
    @Schema(name = "IntakeCounts")
    public record Counts(
            @Schema(description = "distinct records taken") long received,

            @Schema(description = "changed the state") long applied,

            @Schema(description = "the same event or content was there before")
            long duplicate,

            @Schema(description = "something newer was there before")
            long stale,

            @Schema(description = "wait for a plan or an epoch that has not been heard of yet")
            long parked,

            long deadLettered,

            @Schema(description = "records that came again after a restart; in none of the other counts")
            long redelivered) {}

    /** How far behind the intake is. */
    @Schema(name = "Lag")
    public record Lag(
            @Schema(description = "records that were written and not taken yet")
            long records,

            @Schema(description = "0 when nothing waits, else for how long nothing was taken")
            long seconds) {}

    @Schema(name = "IntakePartition")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Partition(
            String topic,
            int partition,
            long nextOffset,

            @Schema(description = "absent while the broker cannot be asked") @Nullable
            Long endOffset,

            Counts counts,

            @Schema(description = "when the newest record that was taken had been written") @Nullable
            Instant lastRecordAt) {}
}
