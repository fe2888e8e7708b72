package org.dualtraining.plan.trainingplan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.problem.Conflict;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.apprentice.Apprentice;
import org.dualtraining.plan.apprentice.Apprentices;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.PublishedFrameworks;

/** Makes a plan from a published framework version: the form's rows, or the lines that are given. */
@ApplicationScoped
class CreateTrainingPlan {

    private final MakeTrainingPlans make;
    private final TrainingPlans plans;
    private final NewPlanLines lines;
    private final Apprentices apprentices;
    private final PublishedFrameworks frameworks;
    private final Caller caller;

    @Inject
    CreateTrainingPlan(
            MakeTrainingPlans make,
            TrainingPlans plans,
            NewPlanLines lines,
            Apprentices apprentices,
            PublishedFrameworks frameworks,
            Caller caller) {
        this.make = make;
        this.plans = plans;
        this.lines = lines;
        this.apprentices = apprentices;
        this.frameworks = frameworks;
        this.caller = caller;
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
        TrainingPlan plan = TrainingPlan.made(
                planId,
                apprentice.id(),
                apprentice.employerId(),
                framework,
                input.targetCertificationId(),
                PlanStatus.DRAFT,
                lines.of(planId, framework, input.lines()));
        QuarkusTransaction.requiringNew().run(() -> {
            requireUnmoved(apprentice);
            make.handle(List.of(plan), " from version " + framework.number() + " of the framework");
        });
        return plans.get(planId);
    }

    /** While the catalog was asked, the apprentice may have been merged, erased or gone to another employer. */
    private void requireUnmoved(Apprentice read) {
        Apprentice now = apprentices.lock(List.of(read.id())).get(0);
        now.requireOpen();
        if (!now.employerId().equals(read.employerId())) {
            throw new Conflict("The apprentice went to another employer just now: send it again.");
        }
    }
}
