package org.dualtraining.plan.priorcredential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.plan.apprentice.Apprentice;
import org.dualtraining.plan.apprentice.Apprentices;
import org.dualtraining.plan.apprentice.PersonChange;
import org.dualtraining.plan.apprentice.PersonHistory;
import org.dualtraining.plan.trainingplan.RestateTrainingPlans;
import org.jspecify.annotations.Nullable;

/** Records a credential that an apprentice holds, and removes what turned out to be wrong. All their plans hear of it. */
@ApplicationScoped
class RecordPriorCredential {

    private final Apprentices apprentices;
    private final PriorCredentials credentials;
    private final RestateTrainingPlans restate;
    private final PersonHistory history;
    private final Caller caller;
    private final Clock clock;

    @Inject
    RecordPriorCredential(
            Apprentices apprentices,
            PriorCredentials credentials,
            RestateTrainingPlans restate,
            PersonHistory history,
            Caller caller,
            Clock clock) {
        this.apprentices = apprentices;
        this.credentials = credentials;
        this.restate = restate;
        this.history = history;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Recorded handle(UUID apprenticeId, PriorCredentialInput input) {
        lock(apprenticeId);
        UUID credential = input.credential();
        input.requireOrder();
        Optional<PriorCredential> before = credentials.awarded(apprenticeId, credential, input.awardedOn());
        if (before.isPresent()) {
            if (!before.get().says(input)) {
                throw new PriorCredentialExists();
            }
            return new Recorded(before.get(), false);
        }
        if (credentials.countOf(apprenticeId) >= TooManyPriorCredentials.MOST) {
            throw new TooManyPriorCredentials();
        }
        UUID id = Ids.next();
        credentials.insert(id, apprenticeId, input, clock.instant());
        restate.allOf(List.of(apprenticeId));
        history.append(PersonChange.credentialRecorded(apprenticeId));
        return new Recorded(credentials.find(apprenticeId, id).orElseThrow(), true);
    }

    @Transactional
    void remove(UUID apprenticeId, UUID id) {
        lock(apprenticeId);
        PriorCredential wrong = credentials.find(apprenticeId, id).orElseThrow(() -> new NotFound("prior credential"));
        credentials.delete(id);
        restate.allOf(List.of(apprenticeId));
        Map<String, @Nullable Object> before = new HashMap<>();
        before.put("credentialId", wrong.credentialId());
        before.put("awardedOn", wrong.awardedOn());
        before.put("expiresOn", wrong.expiresOn());
        before.put("evidence", wrong.evidence());
        history.append(PersonChange.credentialRemoved(apprenticeId, before));
    }

    /** A stranger hears of no apprentice without waiting; whoever got another employer meanwhile is a stranger's. */
    private void lock(UUID apprenticeId) {
        visible(apprenticeId);
        apprentices.lock(List.of(apprenticeId));
        visible(apprenticeId).requireOpen();
    }

    private Apprentice visible(UUID apprenticeId) {
        return apprentices.find(apprenticeId, caller.onlyEmployer()).orElseThrow(() -> new NotFound("apprentice"));
    }

    /** A credential, and whether it was not there before. */
    record Recorded(PriorCredential credential, boolean isNew) {}
}
