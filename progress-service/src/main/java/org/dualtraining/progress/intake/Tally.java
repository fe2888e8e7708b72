package org.dualtraining.progress.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of a batch's records, by partition. */
final class Tally {

    /** Each record of a topic ends in exactly one of these; a record delivered again is only counted as that. */
    enum Class {
        APPLIED,
        DUPLICATE,
        STALE,
        DEAD_LETTERED,
        REDELIVERED
    }

    private final Map<Ledger.Position, Counts> byPosition = new TreeMap<>();

    /** @param nextOffset the partition's first offset that was not taken before this batch */
    void add(Received<?> received, Class outcome, long nextOffset) {
        byPosition
                .computeIfAbsent(received.position(), position -> new Counts())
                .add(received, received.offset() < nextOffset ? Class.REDELIVERED : outcome);
    }

    List<Ledger.Entry> entries() {
        List<Ledger.Entry> entries = new ArrayList<>();
        byPosition.forEach((position, counts) -> entries.add(counts.entry(position)));
        return entries;
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
                    of(Class.DEAD_LETTERED),
                    of(Class.REDELIVERED),
                    lastRecordAt);
        }

        private long of(Class outcome) {
            return byClass.getOrDefault(outcome, 0L);
        }
    }
}
