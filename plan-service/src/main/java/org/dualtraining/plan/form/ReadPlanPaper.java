package org.dualtraining.plan.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.plan.apprentice.Apprentice;
import org.dualtraining.plan.apprentice.Apprentices;
import org.dualtraining.plan.catalog.PublishedFrameworks;
import org.dualtraining.plan.party.Providers;
import org.dualtraining.plan.trainingplan.PriorLearningDays;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.dualtraining.plan.trainingplan.VisiblePlans;

/** Collects what is printed of a plan. Each read is a short statement of its own: no transaction waits for a printer. */
@ApplicationScoped
class ReadPlanPaper {

    private final VisiblePlans plans;
    private final PriorLearningDays priorLearning;
    private final Apprentices apprentices;
    private final Providers providers;
    private final PublishedFrameworks frameworks;
    private final Caller caller;
    private final Clock clock;

    @Inject
    ReadPlanPaper(
            VisiblePlans plans,
            PriorLearningDays priorLearning,
            Apprentices apprentices,
            Providers providers,
            PublishedFrameworks frameworks,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.priorLearning = priorLearning;
        this.apprentices = apprentices;
        this.providers = providers;
        this.frameworks = frameworks;
        this.caller = caller;
        this.clock = clock;
    }

    PlanPaper handle(UUID planId) {
        TrainingPlan plan = plans.get(planId);
        Set<UUID> responsible = plan.lines().stream()
                .map(line -> line.terms().providerId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new PlanPaper(
                plan,
                trainee(plan),
                frameworks.get(plan.frameworkId(), plan.frameworkVersion()),
                frameworks.details(plan.frameworkId(), plan.frameworkVersion()),
                providers.findAll(responsible),
                priorLearning.of(plan),
                LocalDate.now(clock));
    }

    /** A former employer keeps its plan, but what the apprentice is called by now is not its business any more. */
    private String trainee(TrainingPlan plan) {
        Optional<UUID> onlyEmployer = caller.is(Role.EMPLOYER) ? caller.onlyEmployer() : Optional.empty();
        return apprentices
                .find(plan.apprenticeId(), onlyEmployer)
                .map(Apprentice::name)
                .orElse("");
    }
}
