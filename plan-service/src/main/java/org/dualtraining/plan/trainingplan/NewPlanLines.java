package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.PublishedFramework.PublishedCompetency;
import org.jspecify.annotations.Nullable;

/** Makes the first lines of a plan or template: the rows of the state's form, or the lines that are given. */
@ApplicationScoped
public class NewPlanLines {

    private final ResponsibleProviders providers;

    @Inject
    NewPlanLines(ResponsibleProviders providers) {
        this.providers = providers;
    }

    /** @param given null for one TRAIN line per row of the form */
    public List<PlanLine> of(UUID planId, PublishedFramework framework, @Nullable List<PlanLineInput> given) {
        List<PlanLine> lines = new ArrayList<>();
        if (given == null) {
            framework.form().forEach(c -> lines.add(PlanLine.open(planId, lines.size(), c, LineTerms.NONE)));
            return lines;
        }
        Set<UUID> seen = new HashSet<>();
        for (PlanLineInput line : given) {
            String pointer = "/lines/" + lines.size();
            PublishedCompetency competency = framework
                    .competency(line.competencyId())
                    .orElseThrow(() -> new Unprocessable(
                            pointer + "/competencyId", "must be a competency of the framework version"));
            if (!seen.add(competency.id())) {
                throw new Unprocessable(pointer + "/competencyId", "must not be on the plan twice");
            }
            line.terms().requireReason(pointer);
            lines.add(PlanLine.open(planId, lines.size(), competency, line.terms()));
        }
        providers.requireKnown(given);
        return lines;
    }
}
