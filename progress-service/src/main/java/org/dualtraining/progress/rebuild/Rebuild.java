package org.dualtraining.progress.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild.
 *
 * @param schemaVersion the migrations that its shadow was made under; null until it is there
 * @param flips eligibility that the swap gave or took
 */
record Rebuild(
        UUID id,
        boolean dryRun,
        RebuildState state,
        @Nullable Integer schemaVersion,
        long replayed,
        long total,
        @Nullable List<TableComparison> comparison,
        @Nullable Integer flips,
        @Nullable String reason,
        Instant requestedAt,
        @Nullable Instant begunAt,
        @Nullable Instant movedAt,
        @Nullable Instant finishedAt) {}
