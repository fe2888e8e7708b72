package org.dualtraining.plan.signoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.dualtraining.plan.planhistory.ChangeKind;
import org.dualtraining.plan.trainingplan.Basis;
import org.dualtraining.plan.trainingplan.Disposition;
import org.dualtraining.plan.trainingplan.LineState;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.jspecify.annotations.Nullable;

/** Records a rating. All of them stay readable; one that is corrected counts no more. */
@ApplicationScoped
class RecordSignOff {

    private final Attestations attestations;
    private final SignOffs signOffs;
    private final RequestIds requests;
    private final Disclosures disclosures;
    private final Clock clock;

    @Inject
    RecordSignOff(
            Attestations attestations, SignOffs signOffs, RequestIds requests, Disclosures disclosures, Clock clock) {
        this.attestations = attestations;
        this.signOffs = signOffs;
        this.requests = requests;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    @Transactional
    SignOff handle(UUID planId, UUID lineId, @Nullable String key, SignOffInput input) {
        TrainingPlan plan = attestations.lock(planId, input.corrects() != null);
        PlanLine line = plan.line(lineId);
        @Nullable UUID request = requests.of(lineId, key);
        @Nullable SignOff before = signOffs.ofRequest(request).orElse(null);
        if (before == null) {
            return record(plan, line, request, input);
        }
        if (!before.says(input)) {
            throw new IdempotencyKeyIsUsed();
        }
        disclosures.record(plan.apprenticeId(), Disclosed.SIGN_OFF);
        return before.leaving(line.state());
    }

    private SignOff record(TrainingPlan plan, PlanLine line, @Nullable UUID request, SignOffInput input) {
        @Nullable UUID corrects = input.corrects();
        UUID lineId = line.id();
        @Nullable SignOff wrong = corrects == null ? null : correctable(lineId, corrects);
        if (wrong == null) {
            requireTrainedOnTheJob(line);
        } else {
            attestations.withdraw(wrong.id());
        }
        UUID id = Ids.next();
        signOffs.insert(id, lineId, input, request, clock.instant());
        attestations.record(plan, line, Basis.SIGN_OFF, id, input.assessedOn(), input.rating());
        LineState state = attestations.settle(plan, line);
        if (wrong != null) {
            String what = "Corrected a sign-off of \u201c" + line.competencyName() + "\u201d: rating " + wrong.rating()
                    + " of " + wrong.assessedOn() + " is " + input.rating() + " of " + input.assessedOn() + ".";
            attestations.remember(plan, line, ChangeKind.SIGN_OFF_CORRECTED, what, input.note());
        }
        return signOffs.find(lineId, id).orElseThrow().leaving(state);
    }

    private SignOff correctable(UUID lineId, UUID id) {
        SignOff wrong = signOffs.find(lineId, id)
                .orElseThrow(() -> new Unprocessable("/corrects", "must be the id of a sign-off of this line"));
        if (wrong.correctedBy() != null) {
            throw new SignOffIsCorrected();
        }
        return wrong;
    }

    private static void requireTrainedOnTheJob(PlanLine line) {
        if (line.delivery() != Delivery.ON_THE_JOB || line.disposition() != Disposition.TRAIN) {
            throw new SignOffNeedsOnTheJobLine();
        }
    }
}
