package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dualtraining.progress.intake.IntakeView.Counts;
import org.dualtraining.progress.intake.IntakeView.Lag;
import org.dualtraining.progress.intake.IntakeView.Partition;
import org.jspecify.annotations.Nullable;

/** Reads the ledger beside the broker's end offsets. */
@ApplicationScoped
public class IntakeBooks {

    private final Ledger ledger;
    private final DeadLetters deadLetters;
    private final EndOffsets endOffsets;
    private final Clock clock;
    private final Map<Ledger.Position, Instant> behindSince = new ConcurrentHashMap<>();

    @Inject
    IntakeBooks(Ledger ledger, DeadLetters deadLetters, EndOffsets endOffsets, Clock clock) {
        this.ledger = ledger;
        this.deadLetters = deadLetters;
        this.endOffsets = endOffsets;
        this.clock = clock;
    }

    /** How far behind, unless the broker cannot be asked. */
    public Optional<Lag> lag() {
        return lag(ledger.rows());
    }

    IntakeView view() {
        List<Ledger.Row> rows = ledger.rows();
        Map<Ledger.Position, Long> ends = endOffsets.current().orElse(Map.of());
        return new IntakeView(
                clock.instant(),
                totals(rows),
                deadLetters.open(),
                lag(rows).orElse(null),
                rows.stream()
                        .map(row -> partition(row, ends.get(row.position())))
                        .toList());
    }

    private Optional<Lag> lag(List<Ledger.Row> rows) {
        return endOffsets.current().map(ends -> {
            Map<Ledger.Position, Ledger.Row> taken = new HashMap<>();
            rows.forEach(row -> taken.put(row.position(), row));
            Instant now = clock.instant();
            long records = 0;
            long seconds = 0;
            for (Map.Entry<Ledger.Position, Long> end : ends.entrySet()) {
                Ledger.Row row = taken.get(end.getKey());
                long behind = end.getValue() - (row == null ? 0 : row.nextOffset());
                if (behind <= 0) {
                    behindSince.remove(end.getKey());
                    continue;
                }
                records += behind;
                seconds = Math.max(seconds, secondsBehind(end.getKey(), row, now));
            }
            return new Lag(records, seconds);
        });
    }

    /** Since something waits that did not before, or since the last record was taken: whichever came later. */
    private long secondsBehind(Ledger.Position position, Ledger.@Nullable Row row, Instant now) {
        Instant since = behindSince.computeIfAbsent(position, p -> now);
        Instant moved = row == null ? null : row.movedAt();
        return Duration.between(moved != null && moved.isAfter(since) ? moved : since, now)
                .toSeconds();
    }

    private static Counts totals(List<Ledger.Row> rows) {
        return rows.stream()
                .map(IntakeBooks::counts)
                .reduce(
                        new Counts(0, 0, 0, 0, 0, 0, 0),
                        (a, b) -> new Counts(
                                a.received() + b.received(),
                                a.applied() + b.applied(),
                                a.duplicate() + b.duplicate(),
                                a.stale() + b.stale(),
                                a.parked() + b.parked(),
                                a.deadLettered() + b.deadLettered(),
                                a.redelivered() + b.redelivered()));
    }

    private static Counts counts(Ledger.Row row) {
        return new Counts(
                row.received(),
                row.applied(),
                row.duplicate(),
                row.stale(),
                row.parked(),
                row.deadLettered(),
                row.redelivered());
    }

    private static Partition partition(Ledger.Row row, @Nullable Long endOffset) {
        return new Partition(
                row.topic(), row.partition(), row.nextOffset(), endOffset, counts(row), row.lastRecordAt());
    }
}
