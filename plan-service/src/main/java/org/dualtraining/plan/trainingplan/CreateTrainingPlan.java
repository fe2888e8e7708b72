package org.dualtraining.plan.trainingplan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.apprentice.Apprentice;
import org.dualtraining.plan.apprentice.Apprentices;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.PublishedFramework.PublishedCompetency;
import org.dualtraining.plan.catalog.PublishedFrameworks;
import org.dualtraining.plan.planhistory.ChangeKind;
import org.dualtraining.plan.planhistory.PlanChange;
import org.dualtraining.plan.planhistory.PlanHistory;

/** Makes a plan from a published framework version: the form's rows, or the lines that are given. */
@ApplicationScoped
class CreateTrainingPlan {

    private final TrainingPlans plans;
    private final PlanLines planLines;
    private final Apprentices apprentices;
    private final PublishedFrameworks frameworks;
    private final ResponsibleProviders providers;
    private final Outbox outbox;
    private final PlanHistory history;
    private final Caller caller;
    private final Clock clock;

    @Inject
    CreateTrainingPlan(
            TrainingPlans plans,
            PlanLines planLines,
            Apprentices apprentices,
            PublishedFrameworks frameworks,
            ResponsibleProviders providers,
            Outbox outbox,
            PlanHistory history,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.planLines = planLines;
        this.apprentices = apprentices;
        this.frameworks = frameworks;
        this.providers = providers;
        this.outbox = outbox;
        this.history = history;
        this.caller = caller;
        this.clock = clock;
    }

    /** Asks the catalog before the transaction begins: a slow catalog must not hold connections. */
    TrainingPlan handle(TrainingPlanInput input) {
        Apprentice apprentice = apprentices
                .find(input.apprenticeId(), caller.onlyEmployer())
                .orElseThrow(() ->
                        new Unprocessable("/apprenticeId", "must be the id of an apprentice that you may act for"));
        PublishedFramework framework = frameworks.get(input.frameworkId(), input.frameworkVersion());
        if (!framework.certificationIds().contains(input.targetCertificationId())) {
            throw new Unprocessable("/targetCertificationId", "must be one of the framework's certifications");
        }
        UUID planId = Ids.next();
        TrainingPlan plan = new TrainingPlan(
                planId,
                apprentice.id(),
                apprentice.employerId(),
                "",
                framework.id(),
                framework.number(),
                framework.title(),
                framework.occupationId(),
                framework.occupationTitle(),
                input.targetCertificationId(),
                PlanStatus.DRAFT,
                1,
                1,
                lines(planId, framework, input));
        return QuarkusTransaction.requiringNew().call(() -> store(plan));
    }

    private TrainingPlan store(TrainingPlan plan) {
        Instant now = clock.instant();
        apprentices.requireOpen(List.of(plan.apprenticeId()));
        plans.insert(List.of(plan), now);
        planLines.insert(plan.lines());
        TrainingPlan stored = plans.get(plan.id());
        outbox.append(List.of(TrainingPlanChanged.event(stored, now)));
        history.append(List.of(PlanChange.of(plan.id(), plan.version(), ChangeKind.MADE, what(plan), null)));
        return stored;
    }

    private static String what(TrainingPlan plan) {
        return "Made the plan with " + plan.lines().size() + " lines from version " + plan.frameworkVersion()
                + " of the framework.";
    }

    private List<PlanLine> lines(UUID planId, PublishedFramework framework, TrainingPlanInput input) {
        List<PlanLine> lines = new ArrayList<>();
        if (input.lines() == null) {
            framework.form().forEach(c -> lines.add(PlanLine.open(planId, lines.size(), c, LineTerms.NONE)));
            return lines;
        }
        Set<UUID> seen = new HashSet<>();
        for (PlanLineInput line : input.lines()) {
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
        providers.requireKnown(input.lines());
        return lines;
    }
}
