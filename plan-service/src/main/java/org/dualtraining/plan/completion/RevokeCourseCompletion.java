package org.dualtraining.plan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Refusal;
import org.dualtraining.plan.completion.CourseCompletion.SourceRecord;
import org.dualtraining.plan.trainingplan.CreditPlanLines;
import org.dualtraining.plan.trainingplan.EvidenceLedger;
import org.dualtraining.plan.trainingplan.TouchedCompetency;

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
            case ACCEPTED, PARKED -> credit.handleTouched(takeBack(List.of(completion), reason), List.of());
        }
        return find(id, onlyProvider);
    }

    /**
     * Takes back what is in force of these records of a provider, which {@link RecordCourseCompletions#lock} has locked.
     * What nobody sent, and what was revoked, is left alone. Decides no credits: {@link RecordCourseCompletions} does, with
     * those of the rows that it takes in, so that apprentices are locked once and in one order.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public TakenBack takeBack(UUID providerId, Collection<String> sourceRecordIds, String reason) {
        if (sourceRecordIds.isEmpty()) {
            return TakenBack.NOTHING;
        }
        List<CourseCompletion> received = store.lockedVersionsOf(sourceRecordIds.stream()
                .map(recordId -> new SourceRecord(providerId, recordId))
                .toList());
        Set<TouchedCompetency> touched =
                takeBack(received.stream().filter(CourseCompletion::isInForce).toList(), reason);
        return new TakenBack(
                received.stream()
                        .filter(completion -> completion.state() != CompletionState.SUPERSEDED)
                        .collect(Collectors.toMap(
                                CourseCompletion::sourceRecordId, CourseCompletion::id, (earlier, later) -> later)),
                touched);
    }

    private Set<TouchedCompetency> takeBack(List<CourseCompletion> completions, String reason) {
        List<UUID> ids = completions.stream().map(CourseCompletion::id).toList();
        store.revoke(ids, reason, clock.instant());
        return ledger.withdraw(ids);
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
