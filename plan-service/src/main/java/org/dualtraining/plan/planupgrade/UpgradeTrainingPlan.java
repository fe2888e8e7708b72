package org.dualtraining.plan.planupgrade;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.dualtraining.plan.planhistory.ChangeKind;
import org.dualtraining.plan.planhistory.PlanChange;
import org.dualtraining.plan.planupgrade.UpgradeQuestion.Target;
import org.dualtraining.plan.trainingplan.AmendTrainingPlan;
import org.dualtraining.plan.trainingplan.CreditPlanLines;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.dualtraining.plan.trainingplan.VisiblePlans;
import org.jspecify.annotations.Nullable;

/** Takes a plan to a newer version of its framework, or says what that would do. */
@ApplicationScoped
class UpgradeTrainingPlan {

    private final VisiblePlans visible;
    private final UpgradeQuestion question;
    private final CreditPlanLines credit;
    private final AmendTrainingPlan amend;
    private final Disclosures disclosures;
    private final ObjectMapper json;

    @Inject
    UpgradeTrainingPlan(
            VisiblePlans visible,
            UpgradeQuestion question,
            CreditPlanLines credit,
            AmendTrainingPlan amend,
            Disclosures disclosures,
            ObjectMapper json) {
        this.visible = visible;
        this.question = question;
        this.credit = credit;
        this.amend = amend;
        this.disclosures = disclosures;
        this.json = json;
    }

    UpgradePreview preview(UUID planId, @Nullable Integer to) {
        TrainingPlan plan = visible.get(planId);
        plan.requireOpen();
        Target target = question.ask(plan, to, "to");
        List<UpgradedLine> lines = PlanUpgrade.of(plan, target.to(), target.diff(), credit.finishedLines(plan));
        disclosures.record(plan.apprenticeId(), Disclosed.TRAINING_PLAN);
        return UpgradePreview.of(plan, target.to(), lines);
    }

    TrainingPlan handle(UUID planId, @Nullable String ifMatch, UpgradeInput input) {
        TrainingPlan read = visible.get(planId);
        Target target = question.ask(read, input.to(), "/to");
        UUID certification =
                input.targetCertificationId() == null ? read.targetCertificationId() : input.targetCertificationId();
        requireCertification(target.to(), certification);
        return QuarkusTransaction.requiringNew()
                .call(() -> upgrade(planId, ifMatch, target, certification, input.why()));
    }

    private TrainingPlan upgrade(
            UUID planId, @Nullable String ifMatch, Target target, UUID certification, @Nullable String why) {
        TrainingPlan plan = visible.lock(planId);
        boolean isThere = plan.frameworkVersion() == target.to().number();
        if (isThere && ifMatch != null && plan.targetCertificationId().equals(certification)) {
            // sent again, after an answer that was lost
            return plan;
        }
        Versioned.requireMatch(ifMatch, Versioned.tag(plan.epoch(), plan.version()));
        if (isThere) {
            throw new Unprocessable("/targetCertificationId", "may change only when the version does");
        }
        Versioned.requireStored(plan.frameworkVersion() == target.from());
        List<UpgradedLine> lines = PlanUpgrade.of(plan, target.to(), target.diff(), credit.finishedLines(plan));
        TrainingPlan upgraded = plan.upgraded(
                target.to(),
                certification,
                lines.stream().map(UpgradedLine::after).toList());
        String what = "Upgraded the plan from version " + plan.frameworkVersion() + " to version "
                + target.to().number() + " of the framework.";
        return amend.handle(
                plan,
                upgraded,
                PlanChange.of(planId, upgraded.version(), ChangeKind.UPGRADED, what, why)
                        .from(members(plan, plan.lines(), upgraded), members(upgraded, upgraded.lines(), plan)));
    }

    private static void requireCertification(PublishedFramework to, UUID certification) {
        if (!to.certificationIds().contains(certification)) {
            throw new Unprocessable(
                    "/targetCertificationId",
                    "must be one of the certifications of the version; it is needed when that no longer has the plan's"
                            + " present one");
        }
    }

    /** The version, the target and the lines that differ, for the history. */
    private ObjectNode members(TrainingPlan plan, List<PlanLine> lines, TrainingPlan other) {
        ObjectNode members = json.createObjectNode()
                .put("frameworkVersion", plan.frameworkVersion())
                .put("targetCertificationId", plan.targetCertificationId().toString());
        ObjectNode byId = members.putObject("lines");
        for (PlanLine line : lines) {
            ObjectNode told = told(line);
            boolean isSame = other.lines().stream()
                    .filter(theirs -> theirs.id().equals(line.id()))
                    .anyMatch(theirs -> told(theirs).equals(told));
            if (!isSame) {
                byId.set(line.id().toString(), told);
            }
        }
        return members;
    }

    private ObjectNode told(PlanLine line) {
        return json.createObjectNode()
                .put("competencyName", line.competencyName())
                .put("core", line.core())
                .put("minimumRating", line.minimumRating())
                .put("disposition", line.disposition().name())
                .put("reason", line.terms().reason());
    }
}
