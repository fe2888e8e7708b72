package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.party.Providers;
import org.jspecify.annotations.Nullable;

/** Checks that the responsible providers of lines exist. */
@ApplicationScoped
class ResponsibleProviders {

    private static final String RIGHT = "must be the id of a provider";

    private final Providers providers;

    @Inject
    ResponsibleProviders(Providers providers) {
        this.providers = providers;
    }

    void requireKnown(@Nullable UUID providerId) {
        if (providerId != null && providers.find(providerId).isEmpty()) {
            throw new Unprocessable("/providerId", RIGHT);
        }
    }

    void requireKnown(List<PlanLineInput> lines) {
        Set<UUID> named = lines.stream()
                .map(PlanLineInput::providerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> known = providers.findAll(named).keySet();
        List<Problem.Violation> unknown = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).providerId() != null
                        && !known.contains(lines.get(i).providerId()))
                .mapToObj(i -> new Problem.Violation("/lines/" + i + "/providerId", RIGHT))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Unprocessable("A line names a provider that does not exist.", unknown);
        }
    }
}
