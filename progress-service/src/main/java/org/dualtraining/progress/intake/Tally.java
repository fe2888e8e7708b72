package org.dualtraining.progress.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dualtraining.progress.event.Verdict;

/** Counts what became of records, by partition. */
final class Tally {

    /** Each record of a topic ends in exactly one of these; a record delivered again is only counted as that. */
    enum Class {
        APPLIED,
        DUPLICATE,
        STALE,
        PARKED,
        DEAD_LETTERED,
        REDELIVERED;

        static Class of(Verdict verdict) {
            return switch (verdict) {
                case APPLIED -> APPLIED;
                case DUPLICATE -> DUPLICATE;
                case STALE -> STALE;
                case PARKED -> PARKED;
                case FORGED, CONFLICTING_VERSION -> DEAD_LETTERED;
            };
        }
    }

    private final Map<Ledger.Position, Counts> byPosition = new TreeMap<>();

    /** @param nextOffset the partition's first offset that was not taken before this batch */
    void add(Received<?> received, Class outcome, long nextOffset) {
        add(received, received.offset() < nextOffset ? Class.REDELIVERED : outcome);
    }

    void add(Received<?> received, Class outcome) {
        byPosition
                .computeIfAbsent(received.position(), position -> new Counts())
                .add(received, outcome);
    }

    List<Ledger.Entry> entries() {
        List<Ledger.Entry> entries = new ArrayList<>();
        byPosition.forEach((position, counts) -> entries.add(counts.entry(position)));
        return entries;
    }

    Map<Ledger.Position, Map<Class, Long>> counts() {
        Map<Ledger.Position, Map<Class, Long>> counts = new TreeMap<>();
        byPosition.forEach((position, ofPosition) -> counts.put(position, Map.copyOf(ofPosition.byClass)));
        return counts;
    }

    Map<Class, Long> totals() {
        Map<Class, Long> totals = new EnumMap<>(Class.class);
        byPosition
                .values()
                .forEach(counts -> counts.byClass.forEach((outcome, n) -> totals.merge(outcome, n, Long::sum)));
        return totals;
    }

    private static final class Counts {

        private final Map<Class, Long> byClass = new EnumMap<>(Class.class);
        private long nextOffset;
        private Instant lastRecordAt = Instant.EPOCH;

        void add(Received<?> received, Class outcome) {
            byClass.merge(outcome, 1L, Long::sum);
            nextOffset = Math.max(nextOffset, received.offset() + 1);
            if (received.writtenAt().isAfter(lastRecordAt)) {
                lastRecordAt = received.writtenAt();
            }
        }

        Ledger.Entry entry(Ledger.Position position) {
            long all = byClass.values().stream().mapToLong(Long::longValue).sum();
            return new Ledger.Entry(
                    position,
                    nextOffset,
                    all - of(Class.REDELIVERED),
                    of(Class.APPLIED),
                    of(Class.DUPLICATE),
                    of(Class.STALE),
                    of(Class.PARKED),
                    of(Class.DEAD_LETTERED),
                    of(Class.REDELIVERED),
                    lastRecordAt);
        }

        private long of(Class outcome) {
            return byClass.getOrDefault(outcome, 0L);
        }
    }
}
