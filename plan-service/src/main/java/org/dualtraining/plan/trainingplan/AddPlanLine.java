package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.PublishedFramework.PublishedCompetency;
import org.dualtraining.plan.catalog.PublishedFrameworks;
import org.dualtraining.plan.planhistory.ChangeKind;
import org.dualtraining.plan.planhistory.PlanChange;
import org.jspecify.annotations.Nullable;

/** Adds a competency that the plan lacks, at its place in the state's form. */
@ApplicationScoped
class AddPlanLine {

    private final VisiblePlans visible;
    private final PublishedFrameworks frameworks;
    private final ResponsibleProviders providers;
    private final AmendTrainingPlan amend;

    @Inject
    AddPlanLine(
            VisiblePlans visible,
            PublishedFrameworks frameworks,
            ResponsibleProviders providers,
            AmendTrainingPlan amend) {
        this.visible = visible;
        this.frameworks = frameworks;
        this.providers = providers;
        this.amend = amend;
    }

    @Transactional
    TrainingPlan handle(UUID planId, @Nullable String ifMatch, PlanLineAddition input) {
        TrainingPlan plan = visible.lock(planId);
        Versioned.requireMatch(ifMatch, Versioned.tag(plan.epoch(), plan.version()));
        // this service has its own copy of every version that a plan is pinned to
        PublishedFramework framework = frameworks.get(plan.frameworkId(), plan.frameworkVersion());
        PublishedCompetency competency = framework
                .competency(input.competencyId())
                .orElseThrow(() -> new Unprocessable(
                        "/competencyId", "must be a competency of the framework version of the plan"));
        if (plan.lines().stream().anyMatch(line -> line.competencyId().equals(competency.id()))) {
            throw new Unprocessable("/competencyId", "must not be on the plan already");
        }
        input.terms().requireReason("");
        providers.requireKnown(input.providerId());
        List<PlanLine> lines = new ArrayList<>(plan.lines());
        PlanLine added = PlanLine.open(planId, lines.size(), competency, input.terms());
        lines.add(place(plan, framework, competency), added);
        TrainingPlan changed = plan.amended(lines);
        return amend.handle(
                plan,
                changed,
                PlanChange.of(
                                planId,
                                changed.version(),
                                ChangeKind.LINE_ADDED,
                                "Added \u201c" + competency.name() + "\u201d.",
                                input.why())
                        .ofLine(added.id()));
    }

    /** After the last line that comes before it in the form; at the end where the form does not name it. */
    private static int place(TrainingPlan plan, PublishedFramework framework, PublishedCompetency competency) {
        List<UUID> form = framework.form().stream().map(PublishedCompetency::id).toList();
        int own = form.indexOf(competency.id());
        int place = own < 0 ? plan.lines().size() : 0;
        for (PlanLine line : plan.lines()) {
            int index = form.indexOf(line.competencyId());
            if (index >= 0 && index < own) {
                place = line.ordinal() + 1;
            }
        }
        return place;
    }
}
