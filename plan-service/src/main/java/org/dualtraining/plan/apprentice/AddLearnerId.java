package org.dualtraining.plan.apprentice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.plan.parked.WaitingCompletions;

/** Adds an id by which a provider knows a person, and tells an agency what a replay would now release. */
@ApplicationScoped
class AddLearnerId {

    private final KnownParties known;
    private final Apprentices apprentices;
    private final PersonHistory history;
    private final WaitingCompletions waiting;
    private final Caller caller;

    @Inject
    AddLearnerId(
            KnownParties known,
            Apprentices apprentices,
            PersonHistory history,
            WaitingCompletions waiting,
            Caller caller) {
        this.known = known;
        this.apprentices = apprentices;
        this.history = history;
        this.waiting = waiting;
        this.caller = caller;
    }

    @Transactional
    EnteredLearnerId handle(UUID apprenticeId, LearnerId learnerId) {
        apprentices.requireOpen(List.of(apprenticeId));
        known.requireProvider(learnerId.providerId());
        if (apprentices.addLearnerId(apprenticeId, learnerId)) {
            history.append(PersonChange.learnerIdAdded(apprenticeId));
        }
        return new EnteredLearnerId(
                learnerId.providerId(),
                learnerId.learnerId(),
                // an employer may enter any learner id: what colleges know of strangers is none of its business
                caller.isAgency() ? waiting.ofLearner(learnerId.providerId(), learnerId.learnerId()) : null);
    }
}
