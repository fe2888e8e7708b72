package org.dualtraining.plan.completionsource;

import java.time.Instant;
import java.util.UUID;
import org.dualtraining.plan.party.ProviderType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A provider as a source of completions. */
public record CompletionSource(
        UUID providerId,
        String name,
        ProviderType type,

        @Schema(description = "when it last sent anything, be it only duplicates; absent: never") @Nullable
        Instant lastReceivedAt,

        @Schema(description = "completions that were new in the last 24 hours; 10000 means 10000 or more")
        int newInLast24Hours,

        @Schema(description = "completions that were new in the last 30 days; 10000 means 10000 or more")
        int newInLast30Days) {}
