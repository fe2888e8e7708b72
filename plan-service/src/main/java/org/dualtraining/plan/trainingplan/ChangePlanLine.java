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
import java.util.Set;
import java.util.UUID;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.PublishedFrameworks;
import org.dualtraining.plan.planhistory.ChangeKind;
import org.dualtraining.plan.planhistory.PlanChange;
import org.jspecify.annotations.Nullable;

/** Changes the terms of one line by a merge patch (RFC 7396): absent members stay, null clears. */
@ApplicationScoped
class ChangePlanLine {

    private final VisiblePlans visible;
    private final PublishedFrameworks frameworks;
    private final ResponsibleProviders providers;
    private final AmendTrainingPlan amend;
    private final ObjectMapper json;
    private final Validator validator;

    @Inject
    ChangePlanLine(
            VisiblePlans visible,
            PublishedFrameworks frameworks,
            ResponsibleProviders providers,
            AmendTrainingPlan amend,
            ObjectMapper json,
            Validator validator) {
        this.visible = visible;
        this.frameworks = frameworks;
        this.providers = providers;
        this.amend = amend;
        this.json = json;
        this.validator = validator;
    }

    @Transactional
    TrainingPlan handle(UUID planId, UUID lineId, @Nullable String ifMatch, ObjectNode patch) {
        TrainingPlan plan = visible.lock(planId);
        PlanLine line = plan.line(lineId);
        Versioned.requireMatch(ifMatch, Versioned.tag(plan.epoch(), plan.version()));
        PlanLinePatch merged = merge(line.terms(), patch);
        LineTerms terms = merged.terms().withDefaults(recommended(plan, line));
        terms.requireReason("");
        providers.requireKnown(terms.providerId());
        TrainingPlan changed = plan.with(line.with(terms));
        if (terms.equals(line.terms())) {
            return plan;
        }
        ChangedTerms difference = ChangedTerms.between(line.terms(), terms, json);
        String what = "Changed " + difference.words() + " of \u201c" + line.competencyName() + "\u201d.";
        return amend.handle(
                plan,
                changed,
                PlanChange.of(planId, changed.version(), ChangeKind.LINE_CHANGED, what, merged.why())
                        .ofLine(lineId)
                        .from(difference.before(), difference.after()));
    }

    private Delivery recommended(TrainingPlan plan, PlanLine line) {
        return frameworks
                .get(plan.frameworkId(), plan.frameworkVersion())
                .competency(line.competencyId())
                .map(PublishedFramework.PublishedCompetency::delivery)
                .orElse(line.delivery());
    }

    private PlanLinePatch merge(LineTerms now, ObjectNode patch) {
        ObjectNode merged = json.valueToTree(now);
        merged.setAll(patch);
        PlanLinePatch terms;
        try {
            terms = json.treeToValue(merged, PlanLinePatch.class);
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        }
        Set<ConstraintViolation<PlanLinePatch>> wrong = validator.validate(terms);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return terms;
    }
}
