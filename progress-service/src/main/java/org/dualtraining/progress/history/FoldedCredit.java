package org.dualtraining.progress.history;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The latest word on one competency of one plan, as it was known; public because Jdbi makes it. */
public record FoldedCredit(
        UUID planId,
        UUID competencyId,
        boolean isRevoked,
        LocalDate completedOn,
        @Nullable Integer rating,
        UUID eventId,
        long version) {

    /** Whether it counts on a day. */
    public boolean isHeldOn(LocalDate day) {
        return !isRevoked && !completedOn.isAfter(day);
    }
}
