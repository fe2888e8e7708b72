package org.dualtraining.plan.apprentice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.catalog.Occupations;
import org.dualtraining.plan.party.Employers;
import org.dualtraining.plan.party.Providers;
import org.jspecify.annotations.Nullable;

/** Refuses what names an occupation, employer or provider that is none. */
@ApplicationScoped
class KnownParties {

    private final Employers employers;
    private final Providers providers;
    private final Occupations occupations;
    private final Caller caller;

    @Inject
    KnownParties(Employers employers, Providers providers, Occupations occupations, Caller caller) {
        this.employers = employers;
        this.providers = providers;
        this.occupations = occupations;
        this.caller = caller;
    }

    void requireOccupation(@Nullable UUID id) {
        if (id != null && !occupations.isKnown(id)) {
            throw new Unprocessable("/occupationId", "must be the id of an occupation in the catalog");
        }
    }

    void requireProvider(UUID id) {
        if (providers.find(id).isEmpty()) {
            throw new Unprocessable("/providerId", "must be the id of a provider");
        }
    }

    void requireParties(ApprenticeInput input) {
        boolean isOwn = caller.onlyEmployer().map(input.employerId()::equals).orElse(true);
        if (!isOwn || employers.find(input.employerId()).isEmpty()) {
            throw new Unprocessable("/employerId", "must be the id of an employer that you may act for");
        }
        List<LearnerId> learnerIds = input.learnerIdsOrNone();
        Set<UUID> unknown = new HashSet<>();
        learnerIds.forEach(learnerId -> unknown.add(learnerId.providerId()));
        unknown.removeAll(providers.findAll(unknown).keySet());
        if (!unknown.isEmpty()) {
            List<Problem.Violation> violations = IntStream.range(0, learnerIds.size())
                    .filter(i -> unknown.contains(learnerIds.get(i).providerId()))
                    .mapToObj(i ->
                            new Problem.Violation("/learnerIds/" + i + "/providerId", "must be the id of a provider"))
                    .toList();
            throw new Unprocessable("A learner id names a provider that does not exist.", violations);
        }
    }
}
