package org.dualtraining.plan.trainingplan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.PublishedFrameworks;
import org.jspecify.annotations.Nullable;

/** Changes the terms of one line by a merge patch (RFC 7396): absent members stay, null clears. */
@ApplicationScoped
class ChangePlanLine {

    private final VisiblePlans visible;
    private final TrainingPlans plans;
    private final PublishedFrameworks frameworks;
    private final ResponsibleProviders providers;
    private final CreditPlanLines credit;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    @Inject
    ChangePlanLine(
            VisiblePlans visible,
            TrainingPlans plans,
            PublishedFrameworks frameworks,
            ResponsibleProviders providers,
            CreditPlanLines credit,
            Outbox outbox,
            ObjectMapper json,
            Validator validator,
            Clock clock) {
        this.visible = visible;
        this.plans = plans;
        this.frameworks = frameworks;
        this.providers = providers;
        this.credit = credit;
        this.outbox = outbox;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    @Transactional
    TrainingPlan handle(UUID planId, UUID lineId, @Nullable String ifMatch, ObjectNode patch) {
        TrainingPlan plan = visible.lock(planId);
        PlanLine line = plan.line(lineId);
        Versioned.requireMatch(ifMatch, Versioned.tag(plan.epoch(), plan.version()));
        LineTerms terms = merge(line.terms(), patch).withDefaults(recommended(plan, line));
        terms.requireReason("");
        providers.requireKnown(terms.providerId());
        TrainingPlan changed = plan.with(line.with(terms));
        plans.updateHeads(List.of(changed));
        plans.updateTerms(changed.line(lineId));
        TrainingPlan stored = plans.get(planId);
        outbox.append(List.of(TrainingPlanChanged.event(stored, clock.instant())));
        // another disposition or delivery may make or unmake a credit
        credit.handle(List.of(plan.apprenticeId()));
        return plans.get(planId);
    }

    private Delivery recommended(TrainingPlan plan, PlanLine line) {
        return frameworks
                .get(plan.frameworkId(), plan.frameworkVersion())
                .competency(line.competencyId())
                .map(PublishedFramework.PublishedCompetency::delivery)
                .orElse(line.delivery());
    }

    private LineTerms merge(LineTerms now, ObjectNode patch) {
        ObjectNode merged = json.valueToTree(now);
        merged.setAll(patch);
        LineTerms terms;
        try {
            terms = json.treeToValue(merged, LineTerms.class);
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        }
        Set<ConstraintViolation<LineTerms>> wrong = validator.validate(terms);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return terms;
    }
}
