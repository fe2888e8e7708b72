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

/** Makes a plan from a published framework version: the form's rows, or the lines that are given. */
@ApplicationScoped
class CreateTrainingPlan {

    private final TrainingPlans plans;
    private final Apprentices apprentices;
    private final PublishedFrameworks frameworks;
    private final ResponsibleProviders providers;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    @Inject
    CreateTrainingPlan(
            TrainingPlans plans,
            Apprentices apprentices,
            PublishedFrameworks frameworks,
            ResponsibleProviders providers,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.apprentices = apprentices;
        this.frameworks = frameworks;
        this.providers = providers;
        this.outbox = outbox;
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
        plans.insert(plan, now);
        TrainingPlan stored = plans.get(plan.id());
        outbox.append(List.of(TrainingPlanChanged.event(stored, now)));
        return stored;
    }

    private List<PlanLine> lines(UUID planId, PublishedFramework framework, TrainingPlanInput input) {
        List<PlanLine> lines = new ArrayList<>();
        if (input.lines() == null) {
            framework.form().forEach(c -> lines.add(line(planId, lines.size(), c, LineTerms.NONE)));
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
            lines.add(line(planId, lines.size(), competency, line.terms()));
        }
        providers.requireKnown(input.lines());
        return lines;
    }

    private static PlanLine line(UUID planId, int ordinal, PublishedCompetency competency, LineTerms terms) {
        LineTerms complete = terms.withDefaults(competency.delivery());
        return new PlanLine(
                Ids.next(),
                planId,
                ordinal,
                competency.id(),
                competency.name(),
                competency.core(),
                PlanLine.minimumRating(competency.core(), complete.deliveryOrDefault()),
                complete,
                null,
                LineState.OPEN,
                null,
                null);
    }
}
