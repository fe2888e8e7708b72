package org.dualtraining.progress.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rebuild as the API shows it. */
@Schema(name = "Rebuild")
record RebuildView(
        UUID id,
        RebuildState state,
        boolean dryRun,

        @Schema(description = "records of the topics that were taken in a second time")
        long replayed,

        @Schema(description = "records to be taken in, as far as it is known by now")
        long total,

        @Schema(description = "records in a second, on the average so far") @Nullable
        Long perSecond,

        @Schema(description = "table by table; absent before they were compared") @Nullable
        List<TableComparison> tables,

        @Schema(description = "how many times the swap made somebody eligible or took it away; each was published")
        @Nullable
        Integer eligibilityChanges,

        @Schema(description = "why it failed") @Nullable String reason,
        Instant requestedAt,
        @Nullable Instant finishedAt) {

    static RebuildView of(Rebuild rebuild) {
        return new RebuildView(
                rebuild.id(),
                rebuild.state(),
                rebuild.dryRun(),
                rebuild.replayed(),
                Math.max(rebuild.total(), rebuild.replayed()),
                perSecond(rebuild),
                rebuild.comparison(),
                rebuild.flips(),
                rebuild.reason(),
                rebuild.requestedAt(),
                rebuild.finishedAt());
    }

    private static @Nullable Long perSecond(Rebuild rebuild) {
        if (rebuild.begunAt() == null || rebuild.movedAt() == null) {
            return null;
        }
        long millis = Duration.between(rebuild.begunAt(), rebuild.movedAt()).toMillis();
        return millis <= 0 ? null : rebuild.replayed() * 1000 / millis;
    }
}
