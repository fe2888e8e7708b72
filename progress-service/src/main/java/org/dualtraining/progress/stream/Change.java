package org.dualtraining.progress.stream;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code change}; one that tells every reader to start over names no plan, apprentice and employer. */
public record Change(
        long id,
        String kind,
        @Nullable UUID planId,
        @Nullable UUID apprenticeId,
        @Nullable UUID employerId,
        @Nullable Integer total,
        @Nullable Integer credited,
        @Nullable UUID certificationId,
        @Nullable Boolean eligible,
        Instant changedAt) {

    private static final String RESET = "reset";

    boolean isReset() {
        return kind.equals(RESET);
    }
}
