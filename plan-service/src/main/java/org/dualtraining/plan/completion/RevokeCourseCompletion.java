package org.dualtraining.plan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Refusal;
import org.dualtraining.plan.completion.CourseCompletion.SourceRecord;
import org.dualtraining.plan.trainingplan.CreditPlanLines;
import org.dualtraining.plan.trainingplan.EvidenceLedger;

/** Takes a completion back, and with it what rests on it. */
@ApplicationScoped
public class RevokeCourseCompletion {

    private final CompletionStore store;
    private final EvidenceLedger ledger;
    private final CreditPlanLines credit;
    private final Clock clock;

    @Inject
    RevokeCourseCompletion(CompletionStore store, EvidenceLedger ledger, CreditPlanLines credit, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.credit = credit;
        this.clock = clock;
    }

    /** Again changes nothing. */
    @Transactional
    CourseCompletion handle(UUID id, Optional<UUID> onlyProvider, String reason) {
        store.lock(List.of(find(id, onlyProvider).sourceRecord()));
        CourseCompletion completion = find(id, onlyProvider);
        switch (completion.state()) {
            case REVOKED -> {
                return completion;
            }
            case SUPERSEDED -> throw new CompletionIsSuperseded();
            case ACCEPTED, PARKED -> takeBack(List.of(completion), reason);
        }
        return find(id, onlyProvider);
    }

    /**
     * Takes back what is in force of these records of a provider. What nobody sent, and what was revoked, is left alone.
     *
     * @return the completion of each record that was received and is in force no longer
     */
    @Transactional
    public Map<String, UUID> handle(UUID providerId, Collection<String> sourceRecordIds, String reason) {
        List<SourceRecord> records = sourceRecordIds.stream()
                .map(recordId -> new SourceRecord(providerId, recordId))
                .toList();
        store.lock(records);
        List<CourseCompletion> received = store.versionsOf(records);
        takeBack(received.stream().filter(CourseCompletion::isInForce).toList(), reason);
        return received.stream()
                .filter(completion -> completion.state() != CompletionState.SUPERSEDED)
                .collect(Collectors.toMap(
                        CourseCompletion::sourceRecordId, CourseCompletion::id, (earlier, later) -> later));
    }

    private void takeBack(List<CourseCompletion> completions, String reason) {
        List<UUID> ids = completions.stream().map(CourseCompletion::id).toList();
        store.revoke(ids, reason, clock.instant());
        credit.handleTouched(ledger.withdraw(ids), List.of());
    }

    private CourseCompletion find(UUID id, Optional<UUID> onlyProvider) {
        return store.find(id, onlyProvider).orElseThrow(() -> new NotFound("course completion"));
    }

    static final class CompletionIsSuperseded extends Refusal {
        private static final long serialVersionUID = 1L;

        CompletionIsSuperseded() {
            super(409, "A later version of the record is in force: revoke that one.");
        }
    }
}
