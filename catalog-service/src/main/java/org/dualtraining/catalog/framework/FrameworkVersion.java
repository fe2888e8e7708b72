package org.dualtraining.catalog.framework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a framework: its identity, its state and what it says. */
public record FrameworkVersion(
        UUID frameworkId,
        int number,
        VersionStatus status,
        long revision,
        @Nullable Instant publishedAt,
        VersionContent content) {}
