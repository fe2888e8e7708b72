package org.dualtraining.progress.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Eligibility is decided by the day. What is compared or exchanged has to be decided by one and the same: a step over
 * midnight is done anew.
 */
@ApplicationScoped
class OneDay {

    private final Clock clock;

    @Inject
    OneDay(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void requireStill(LocalDate day) {
        if (!today().equals(day)) {
            throw new IllegalStateException("midnight has passed during a step of a rebuild");
        }
    }
}
