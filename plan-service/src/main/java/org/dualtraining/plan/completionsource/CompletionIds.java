package org.dualtraining.plan.completionsource;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Ids of completions begin with their time (UUID version 7), so an index that ends with the id knows the latest ones. */
public final class CompletionIds {

    /** An id is made just before the time of receipt is noted, and clocks are set back now and then. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private static final Instant LAST = Instant.ofEpochMilli((1L << 48) - 1);

    private CompletionIds() {}

    /** No completion that was received since then has an id before this one. */
    public static UUID firstSince(Instant time) {
        if (time.isBefore(Instant.EPOCH.plus(SLACK))) {
            return new UUID(0, 0);
        }
        return firstOf(time.isAfter(LAST) ? LAST : time.minus(SLACK));
    }

    static UUID firstOf(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }
}
