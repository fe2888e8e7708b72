package org.dualtraining.plan.apprentice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dualtraining.kit.precondition.Versioned;
import org.jspecify.annotations.Nullable;

/** Corrects a person's data; what it was stays in the person's history. */
@ApplicationScoped
class CorrectApprentice {

    private final KnownParties known;
    private final Apprentices apprentices;
    private final PersonHistory history;

    @Inject
    CorrectApprentice(KnownParties known, Apprentices apprentices, PersonHistory history) {
        this.known = known;
        this.apprentices = apprentices;
        this.history = history;
    }

    Apprentice handle(Apprentice now, @Nullable String ifMatch, ApprenticeInput input) {
        Versioned.requireMatch(ifMatch, Versioned.tag(now.version()));
        now.requireOpen();
        if (!Objects.equals(input.occupationId(), now.occupationId())) {
            known.requireOccupation(input.occupationId());
        }
        known.requireParties(input);
        return QuarkusTransaction.requiringNew().call(() -> {
            Versioned.requireStored(apprentices.update(now.id(), now.version(), input));
            Map<String, @Nullable Object> before = changed(now, input);
            if (!before.isEmpty()) {
                history.append(PersonChange.corrected(now.id(), before));
            }
            return apprentices.get(now.id());
        });
    }

    private static Map<String, @Nullable Object> changed(Apprentice now, ApprenticeInput input) {
        Map<String, @Nullable Object> before = new HashMap<>();
        keep(before, "name", now.name(), input.name());
        keep(before, "email", now.email(), input.email());
        keep(before, "employerId", now.employerId(), input.employerId());
        keep(before, "occupationId", now.occupationId(), input.occupationId());
        Set<LearnerId> added = new HashSet<>(input.learnerIdsOrNone());
        now.learnerIds().forEach(added::remove);
        if (!added.isEmpty()) {
            before.put("learnerIds", now.learnerIds());
        }
        return before;
    }

    private static void keep(
            Map<String, @Nullable Object> before, String member, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            before.put(member, was);
        }
    }
}
