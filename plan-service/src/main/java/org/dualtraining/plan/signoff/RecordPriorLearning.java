package org.dualtraining.plan.signoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.dualtraining.plan.planhistory.ChangeKind;
import org.dualtraining.plan.trainingplan.Basis;
import org.dualtraining.plan.trainingplan.Disposition;
import org.dualtraining.plan.trainingplan.LineState;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.RestateTrainingPlans;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.jspecify.annotations.Nullable;

/** Records evidence of prior learning, corrects it and withdraws it. All of it stays readable. */
@ApplicationScoped
class RecordPriorLearning {

    private final Attestations attestations;
    private final PriorLearnings evidence;
    private final RestateTrainingPlans restate;
    private final RequestIds requests;
    private final Disclosures disclosures;
    private final Clock clock;

    @Inject
    RecordPriorLearning(
            Attestations attestations,
            PriorLearnings evidence,
            RestateTrainingPlans restate,
            RequestIds requests,
            Disclosures disclosures,
            Clock clock) {
        this.attestations = attestations;
        this.evidence = evidence;
        this.restate = restate;
        this.requests = requests;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    @Transactional
    PriorLearning handle(UUID planId, UUID lineId, @Nullable String key, PriorLearningInput input) {
        TrainingPlan plan = attestations.lock(planId, input.corrects() != null);
        PlanLine line = plan.line(lineId);
        @Nullable UUID request = requests.of(lineId, key);
        @Nullable PriorLearning before = evidence.ofRequest(request).orElse(null);
        if (before == null) {
            return record(plan, line, request, input);
        }
        if (!before.says(input)) {
            throw new IdempotencyKeyIsUsed();
        }
        disclosures.record(plan.apprenticeId(), Disclosed.PRIOR_LEARNING);
        return before.leaving(line.state());
    }

    private PriorLearning record(TrainingPlan plan, PlanLine line, @Nullable UUID request, PriorLearningInput input) {
        @Nullable UUID corrects = input.corrects();
        UUID lineId = line.id();
        if (corrects != null) {
            PriorLearning wrong = evidence.find(lineId, corrects)
                    .orElseThrow(() -> new Unprocessable("/corrects", "must be the id of evidence of this line"));
            requireInForce(wrong);
            attestations.withdraw(wrong.id());
        } else if (line.disposition() != Disposition.PRIOR) {
            throw new PriorLearningNeedsPriorLine();
        }
        UUID id = Ids.next();
        evidence.insert(id, lineId, input, request, clock.instant());
        attestations.record(plan, line, Basis.PRIOR_LEARNING, id, input.assessedOn(), null);
        LineState state = settle(plan, line);
        if (corrects != null) {
            String what = "Corrected evidence of prior learning for \u201c" + line.competencyName() + "\u201d.";
            attestations.remember(plan, line, ChangeKind.PRIOR_LEARNING_CORRECTED, what, null);
        }
        return evidence.find(lineId, id).orElseThrow().leaving(state);
    }

    @Transactional
    PriorLearning withdraw(UUID planId, UUID lineId, UUID id, WithdrawalInput input) {
        TrainingPlan plan = attestations.lock(planId, true);
        PlanLine line = plan.line(lineId);
        requireInForce(evidence.find(lineId, id).orElseThrow(() -> new NotFound("evidence of prior learning")));
        attestations.withdraw(id);
        evidence.withdraw(id, input.reason(), clock.instant());
        LineState state = settle(plan, line);
        String what = "Withdrew evidence of prior learning for \u201c" + line.competencyName() + "\u201d.";
        attestations.remember(plan, line, ChangeKind.PRIOR_LEARNING_WITHDRAWN, what, input.reason());
        return evidence.find(lineId, id).orElseThrow().leaving(state);
    }

    /** The plan warns of prior learning without evidence, even while it counts none. */
    private LineState settle(TrainingPlan plan, PlanLine line) {
        if (!plan.status().takesCredit()) {
            restate.handle(plan);
        }
        return attestations.settle(plan, line);
    }

    private static void requireInForce(PriorLearning evidence) {
        if (evidence.correctedBy() != null || evidence.withdrawnAt() != null) {
            throw new PriorLearningIsPast();
        }
    }
}
