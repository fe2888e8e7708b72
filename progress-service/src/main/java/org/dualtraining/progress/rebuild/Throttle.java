package org.dualtraining.progress.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.LockSupport;
import org.dualtraining.progress.intake.IntakeBooks;

/** While the running intake is behind, the second one works half of the time at most. */
@ApplicationScoped
class Throttle {

    private static final long LONGEST_PAUSE_NANOS = 2_000_000_000;

    private final IntakeBooks books;
    private volatile long lastNanos;

    @Inject
    Throttle(IntakeBooks books) {
        this.books = books;
    }

    void measure(Runnable portion) {
        long start = System.nanoTime();
        portion.run();
        lastNanos = System.nanoTime() - start;
    }

    void pause() {
        boolean isBehind = books.lag().map(lag -> lag.records() > 0).orElse(false);
        if (isBehind) {
            LockSupport.parkNanos(Math.min(lastNanos, LONGEST_PAUSE_NANOS));
        }
    }
}
