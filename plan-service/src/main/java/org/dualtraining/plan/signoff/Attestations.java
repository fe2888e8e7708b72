package org.dualtraining.plan.signoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.plan.apprentice.Apprentices;
import org.dualtraining.plan.planhistory.ChangeKind;
import org.dualtraining.plan.planhistory.PlanChange;
import org.dualtraining.plan.planhistory.PlanHistory;
import org.dualtraining.plan.trainingplan.Basis;
import org.dualtraining.plan.trainingplan.CreditPlanLines;
import org.dualtraining.plan.trainingplan.Evidence;
import org.dualtraining.plan.trainingplan.EvidenceLedger;
import org.dualtraining.plan.trainingplan.LineState;
import org.dualtraining.plan.trainingplan.PlanIsClosed;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.PlanStatus;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.dualtraining.plan.trainingplan.VisiblePlans;
import org.jspecify.annotations.Nullable;

/** Makes what assessors attest count for the line of a plan that is locked, and no more where it was wrong. */
@ApplicationScoped
class Attestations {

    private final VisiblePlans plans;
    private final Apprentices apprentices;
    private final EvidenceLedger ledger;
    private final CreditPlanLines credit;
    private final PlanHistory history;

    @Inject
    Attestations(
            VisiblePlans plans,
            Apprentices apprentices,
            EvidenceLedger ledger,
            CreditPlanLines credit,
            PlanHistory history) {
        this.plans = plans;
        this.apprentices = apprentices;
        this.ledger = ledger;
        this.credit = credit;
        this.history = history;
    }

    /** A plan that is done takes no new facts; that a fact was wrong may come out later. */
    TrainingPlan lock(UUID planId, boolean isCorrection) {
        TrainingPlan plan = plans.lock(planId);
        boolean isOpen = !plan.status().isClosed() || (isCorrection && plan.status() == PlanStatus.COMPLETED);
        if (!isOpen) {
            throw new PlanIsClosed();
        }
        apprentices.requireOpen(List.of(plan.apprenticeId()));
        return plan;
    }

    void record(TrainingPlan plan, PlanLine line, Basis basis, UUID reference, LocalDate on, @Nullable Integer rating) {
        ledger.record(List.of(new Evidence(
                Ids.next(),
                plan.apprenticeId(),
                line.competencyId(),
                line.id(),
                basis,
                reference,
                null,
                null,
                List.of(),
                on,
                rating)));
    }

    void withdraw(UUID reference) {
        ledger.withdraw(List.of(reference));
    }

    /** Derives the credits anew; where the line stands then. */
    LineState settle(TrainingPlan plan, PlanLine line) {
        credit.handle(List.of(plan.apprenticeId()));
        return plans.get(plan.id()).line(line.id()).state();
    }

    void remember(TrainingPlan plan, PlanLine line, ChangeKind kind, String what, @Nullable String why) {
        long version = plans.get(plan.id()).version();
        history.append(
                List.of(PlanChange.of(plan.id(), version, kind, what, why).ofLine(line.id())));
    }
}
