package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The partitions that this instance reads, how far it is, and since when one of them stands still although records wait.
 * Kept in memory, so that asking for it needs no database; measured by a clock that nobody sets back.
 */
@ApplicationScoped
class OwnPartitions {

    private final LongSupplier nanos;
    private final Map<Ledger.Position, Standing> own = new ConcurrentHashMap<>();

    @Inject
    OwnPartitions() {
        this(System::nanoTime);
    }

    OwnPartitions(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void assigned(Ledger.Position position, long nextOffset) {
        own.put(position, new Standing(nextOffset, nanos.getAsLong(), null));
    }

    void revoked(Collection<Ledger.Position> positions) {
        own.keySet().removeAll(positions);
    }

    void taken(Ledger.Position position, long nextOffset) {
        own.computeIfPresent(
                position,
                (p, standing) -> new Standing(
                        Math.max(standing.nextOffset(), nextOffset), nanos.getAsLong(), standing.waiting()));
    }

    /** There is work between two records that is not counted in offsets. */
    void stillWorking(String topic) {
        own.replaceAll((position, standing) -> position.topic().equals(topic)
                ? new Standing(standing.nextOffset(), nanos.getAsLong(), standing.waiting())
                : standing);
    }

    /**
     * The partition that has stood still longest.
     *
     * @param ends where each partition ends; of those of other instances too
     */
    Optional<Still> longestStill(Map<Ledger.Position, Long> ends) {
        long now = nanos.getAsLong();
        Still longest = null;
        for (Ledger.Position position : own.keySet()) {
            Standing standing = own.computeIfPresent(position, (p, known) -> known.seen(ends.get(p), now));
            Duration still = standing == null ? Duration.ZERO : standing.stillAt(now);
            if (longest == null || still.compareTo(longest.time()) > 0) {
                longest = new Still(position, still);
            }
        }
        return Optional.ofNullable(longest);
    }

    /** A partition that stands still although records wait. */
    record Still(Ledger.Position position, Duration time) {}

    /**
     * How far a partition was read.
     *
     * @param waiting since when records are known to wait; null when none do
     */
    private record Standing(
            long nextOffset, long movedAt, @Nullable Long waiting) {

        /** @param end null while the broker cannot be asked */
        Standing seen(@Nullable Long end, long now) {
            if (end == null) {
                return this;
            }
            Long since = waiting == null ? now : waiting;
            return new Standing(nextOffset, movedAt, end > nextOffset ? since : null);
        }

        Duration stillAt(long now) {
            if (waiting == null) {
                return Duration.ZERO;
            }
            return Duration.ofNanos(Math.min(now - waiting, now - movedAt));
        }
    }
}
