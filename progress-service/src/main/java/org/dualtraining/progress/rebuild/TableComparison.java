package org.dualtraining.progress.rebuild;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One table as it is and as the history gives it. */
public record TableComparison(
        String table,

        @Schema(description = "FACT: what was said; DERIVED: what follows from it")
        String kind,

        long rows,
        long rebuiltRows,

        @Schema(description = "over all rows in any order, without columns that say when we did something")
        String hash,

        String rebuiltHash,
        boolean equal,

        @Schema(description = "of facts: how many are here that the topics do not hold")
        long missingInHistory,

        @Schema(description = "some of the plans that differ, at most 20")
        List<UUID> plans) {}
