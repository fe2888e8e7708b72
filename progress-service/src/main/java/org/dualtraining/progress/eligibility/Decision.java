package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code eligibility}: what is decided about one plan and one certification.
 *
 * @param changesOn the first day on which it is decided otherwise although nothing new becomes known; null when there is
 *     none
 */
public record Decision(
        UUID planId,
        UUID certificationId,
        boolean eligible,
        @Nullable LocalDate since,
        @Nullable LocalDate expiresOn,
        int ruleVersion,
        @Nullable LocalDate changesOn) {

    record Key(UUID planId, UUID certificationId) {}

    Key key() {
        return new Key(planId, certificationId);
    }

    /** "Not eligible" is only kept of who was, or will be on a day that is known. */
    boolean isWorthKeeping() {
        return eligible || changesOn != null;
    }
}
