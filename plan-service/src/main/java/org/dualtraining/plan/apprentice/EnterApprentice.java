package org.dualtraining.plan.apprentice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;

/** Enters a person. Asks the catalog before the transaction begins. */
@ApplicationScoped
class EnterApprentice {

    private final KnownParties known;
    private final Apprentices apprentices;
    private final PersonHistory history;

    @Inject
    EnterApprentice(KnownParties known, Apprentices apprentices, PersonHistory history) {
        this.known = known;
        this.apprentices = apprentices;
        this.history = history;
    }

    Apprentice handle(ApprenticeInput input) {
        known.requireOccupation(input.occupationId());
        known.requireParties(input);
        UUID id = Ids.next();
        return QuarkusTransaction.requiringNew().call(() -> {
            apprentices.insert(id, input);
            history.append(PersonChange.entered(id));
            return apprentices.get(id);
        });
    }
}
