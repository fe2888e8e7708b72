package org.dualtraining.catalog.framework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a framework: its identity, its state and what it says.
 *
 * @param changedAt when its content or its status changed last
 */
public record FrameworkVersion(
        UUID frameworkId,
        int number,
        VersionStatus status,
        long revision,
        @Nullable Instant publishedAt,
        Instant changedAt,
        VersionContent content) {

    public VersionMark mark() {
        return new VersionMark(number, revision);
    }
}
