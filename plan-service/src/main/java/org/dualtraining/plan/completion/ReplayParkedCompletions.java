package org.dualtraining.plan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.plan.completion.CourseCompletion.SourceRecord;
import org.dualtraining.plan.completion.Resolution.Resolved;
import org.dualtraining.plan.trainingplan.CreditPlanLines;
import org.dualtraining.plan.trainingplan.EvidenceLedger;
import org.jspecify.annotations.Nullable;

/** Tries parked completions again, a bounded number in each transaction. */
@ApplicationScoped
class ReplayParkedCompletions {

    private static final int AT_ONCE = 500;

    private final CompletionStore store;
    private final Resolution resolution;
    private final EvidenceLedger ledger;
    private final CreditPlanLines credit;

    @Inject
    ReplayParkedCompletions(
            CompletionStore store, Resolution resolution, EvidenceLedger ledger, CreditPlanLines credit) {
        this.store = store;
        this.resolution = resolution;
        this.ledger = ledger;
        this.credit = credit;
    }

    /** @return what became of the next ones after {@code after} */
    @Transactional
    Chunk handle(Optional<UUID> onlyProvider, UUID after) {
        List<CourseCompletion> candidates = store.parked(onlyProvider, after, AT_ONCE);
        if (candidates.isEmpty()) {
            return new Chunk(0, 0, null);
        }
        List<SourceRecord> records = candidates.stream()
                .map(CourseCompletion::sourceRecord)
                .distinct()
                .toList();
        store.lock(records);
        List<UUID> ids = candidates.stream().map(CourseCompletion::id).toList();
        // read again: a later version or a revocation may have come before the lock
        List<CourseCompletion> parked = store.versionsOf(records).stream()
                .filter(completion -> ids.contains(completion.id()))
                .filter(completion -> completion.state() == CompletionState.PARKED)
                .toList();
        Resolved resolved = resolution.resolve(parked);
        List<CourseCompletion> placed = parked.stream().map(resolved::place).toList();
        store.updateStates(placed);
        ledger.record(placed.stream()
                .flatMap(completion -> resolved.evidenceOf(completion).stream())
                .toList());
        credit.handle(placed.stream()
                .map(CourseCompletion::apprenticeId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        int accepted = (int) placed.stream()
                .filter(completion -> completion.state() == CompletionState.ACCEPTED)
                .count();
        return new Chunk(accepted, placed.size() - accepted, ids.get(ids.size() - 1));
    }

    /** @param last the id that the next chunk starts after, or null when this was the last */
    record Chunk(int accepted, int stillParked, @Nullable UUID last) {}
}
