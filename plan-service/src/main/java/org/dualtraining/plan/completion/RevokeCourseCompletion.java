package org.dualtraining.plan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Refusal;
import org.dualtraining.plan.trainingplan.CreditPlanLines;
import org.dualtraining.plan.trainingplan.EvidenceLedger;

/** Takes a completion back, and with it what rests on it. */
@ApplicationScoped
class RevokeCourseCompletion {

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
            case ACCEPTED, PARKED -> store.revoke(id, reason, clock.instant());
        }
        ledger.withdraw(List.of(id));
        UUID apprentice = completion.apprenticeId();
        credit.handle(apprentice == null ? List.of() : List.of(apprentice));
        return find(id, onlyProvider);
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
