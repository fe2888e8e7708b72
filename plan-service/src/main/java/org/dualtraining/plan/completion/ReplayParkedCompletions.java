package org.dualtraining.plan.completion;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.plan.completion.Resolution.Resolved;
import org.dualtraining.plan.trainingplan.CreditPlanLines;
import org.dualtraining.plan.trainingplan.Evidence;
import org.dualtraining.plan.trainingplan.EvidenceLedger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/** Takes in parked completions that wait for nothing any more: a bounded number of them, in small transactions. */
@ApplicationScoped
class ReplayParkedCompletions {

    /** Seconds of work, so that no caller and no proxy gives up waiting. */
    static final int MOST = 10_000;

    private static final int AT_ONCE = 500;
    private static final Logger LOG = Logger.getLogger(ReplayParkedCompletions.class);

    private final ParkedStore parked;
    private final CompletionStore store;
    private final Resolution resolution;
    private final EvidenceLedger ledger;
    private final CreditPlanLines credit;

    @Inject
    ReplayParkedCompletions(
            ParkedStore parked,
            CompletionStore store,
            Resolution resolution,
            EvidenceLedger ledger,
            CreditPlanLines credit) {
        this.parked = parked;
        this.store = store;
        this.resolution = resolution;
        this.ledger = ledger;
        this.credit = credit;
    }

    Replayed handle(ParkedFilter filter) {
        List<UUID> found = parked.releasable(filter, MOST);
        List<UUID> ids = found.stream().distinct().toList();
        int accepted = 0;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<UUID> next = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            accepted += QuarkusTransaction.requiringNew().call(() -> replay(next));
        }
        LOG.infof("parked completions replayed tried=%d accepted=%d", ids.size(), accepted);
        return new Replayed(accepted, parked.count(filter), found.size() == MOST);
    }

    /** @return how many are no longer parked */
    private int replay(List<UUID> ids) {
        store.lock(parked.among(ids).stream()
                .map(CourseCompletion::sourceRecord)
                .distinct()
                .toList());
        // read again: a later version or a revocation may have come before the lock
        List<CourseCompletion> waiting = parked.among(ids);
        Resolved resolved = resolution.resolve(waiting);
        List<CourseCompletion> placed = waiting.stream().map(resolved::place).toList();
        store.updateStates(placed);
        List<Evidence> evidence = placed.stream()
                .flatMap(completion -> resolved.evidenceOf(completion, completion.course()).stream())
                .toList();
        ledger.record(evidence);
        credit.handleTouched(Set.of(), evidence);
        return (int) placed.stream()
                .filter(completion -> completion.state() == CompletionState.ACCEPTED)
                .count();
    }

    /** What a replay did. */
    @Schema(name = "ParkedReplay")
    public record Replayed(
            @Schema(description = "how many are no longer parked")
            int accepted,

            @Schema(description = "how many of those that were asked for still wait; 10000 means 10000 or more")
            int stillParked,

            @Schema(description = "whether there may be more to take in: send the same again until it is false")
            boolean more) {}
}
