package org.dualtraining.progress.stream;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code change}. */
public record Change(
        long id,
        String kind,
        UUID planId,
        UUID apprenticeId,
        UUID employerId,
        @Nullable Integer total,
        @Nullable Integer credited,
        @Nullable UUID certificationId,
        @Nullable Boolean eligible,
        Instant changedAt) {}
