package org.dualtraining.plan.apprentice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.dualtraining.plan.parked.WaitingCompletions;

/** Adds an id by which a provider knows a person, and says what a replay would now release. */
@ApplicationScoped
class AddLearnerId {

    private final KnownParties known;
    private final Apprentices apprentices;
    private final PersonHistory history;
    private final WaitingCompletions waiting;

    @Inject
    AddLearnerId(KnownParties known, Apprentices apprentices, PersonHistory history, WaitingCompletions waiting) {
        this.known = known;
        this.apprentices = apprentices;
        this.history = history;
        this.waiting = waiting;
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
                waiting.ofLearner(learnerId.providerId(), learnerId.learnerId()));
    }
}
