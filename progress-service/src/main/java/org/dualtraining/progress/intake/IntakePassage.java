package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until what is on the topics now has been taken in. */
@ApplicationScoped
public class IntakePassage {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Ledger ledger;
    private final EndOffsets endOffsets;

    @Inject
    IntakePassage(Ledger ledger, EndOffsets endOffsets) {
        this.ledger = ledger;
        this.endOffsets = endOffsets;
    }

    /** @return false when it was not in time, or the broker cannot be asked */
    public boolean await(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Optional<Map<Ledger.Position, Long>> ends = endOffsets.askNow();
        while (ends.isPresent() && System.nanoTime() < end) {
            if (isPassed(ends.get())) {
                return true;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return false;
    }

    private boolean isPassed(Map<Ledger.Position, Long> ends) {
        Map<Ledger.Position, Long> taken = ledger.nextOffsets();
        return ends.entrySet().stream()
                .allMatch(position -> taken.getOrDefault(position.getKey(), 0L) >= position.getValue());
    }
}
