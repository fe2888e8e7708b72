package org.dualtraining.progress.redrive;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of dead letters that were redriven together. */
@Schema(name = "RedriveReport", description = "What became of dead letters that were redriven together")
public record RedriveReport(
        boolean dryRun,

        @Schema(description = "how many came to what") Map<RedriveOutcome, Integer> outcomes,

        @Schema(description = "each letter as it is now; in a dry run as it would be")
        List<RedriveResult> results,

        @Schema(description = "whether letters of this choice were left for the next call")
        boolean hasMore) {}
