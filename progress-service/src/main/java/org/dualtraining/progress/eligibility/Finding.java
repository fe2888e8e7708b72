package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import org.dualtraining.progress.eligibility.Explanation.Status;
import org.jspecify.annotations.Nullable;

/**
 * What one node of a rule came to.
 *
 * @param since the day the last credit that was needed was completed; present when satisfied or expired
 * @param until the first day on which it is no longer satisfied if nothing new happens; null when it lasts
 */
record Finding(
        Explanation explanation,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    static Finding missing(String node) {
        return new Finding(Explanation.missing(node), null, null);
    }

    boolean isSatisfied() {
        return explanation.status() == Status.SATISFIED;
    }

    boolean isExpired() {
        return explanation.status() == Status.EXPIRED;
    }
}
