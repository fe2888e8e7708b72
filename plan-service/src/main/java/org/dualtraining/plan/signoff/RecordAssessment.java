package org.dualtraining.plan.signoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.trainingplan.AmendTrainingPlan;
import org.dualtraining.plan.trainingplan.Basis;
import org.dualtraining.plan.trainingplan.CreditPlanLines;
import org.dualtraining.plan.trainingplan.Disposition;
import org.dualtraining.plan.trainingplan.Evidence;
import org.dualtraining.plan.trainingplan.EvidenceLedger;
import org.dualtraining.plan.trainingplan.LineState;
import org.dualtraining.plan.trainingplan.PlanIsClosed;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.dualtraining.plan.trainingplan.VisiblePlans;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Records what an assessor attests for one line: a sign-off or prior learning. All of them stay; none overwrites another. */
@ApplicationScoped
class RecordAssessment {

    private final VisiblePlans plans;
    private final EvidenceLedger ledger;
    private final CreditPlanLines credit;
    private final AmendTrainingPlan amend;
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    RecordAssessment(
            VisiblePlans plans,
            EvidenceLedger ledger,
            CreditPlanLines credit,
            AmendTrainingPlan amend,
            Jdbi jdbi,
            Clock clock) {
        this.plans = plans;
        this.ledger = ledger;
        this.credit = credit;
        this.amend = amend;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Transactional
    SignOff signOff(UUID planId, UUID lineId, SignOffInput input) {
        TrainingPlan plan = openPlan(planId);
        PlanLine line = plan.line(lineId);
        if (line.delivery() != Delivery.ON_THE_JOB || line.disposition() != Disposition.TRAIN) {
            throw new SignOffNeedsOnTheJobLine();
        }
        UUID id = Ids.next();
        Instant now = clock.instant();
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO sign_off (id, line_id, rating, assessor, assessed_on, note, recorded_at)
                        VALUES (:id, :line, :rating, :assessor, :assessedOn, :note, :now)
                        """)
                .bindMethods(input)
                .bind("id", id)
                .bind("line", lineId)
                .bind("now", now)
                .execute());
        LineState state = attest(plan, line, Basis.SIGN_OFF, id, input.assessedOn(), input.rating());
        return new SignOff(id, lineId, input.rating(), input.assessor(), input.assessedOn(), input.note(), now, state);
    }

    @Transactional
    PriorLearning priorLearning(UUID planId, UUID lineId, PriorLearningInput input) {
        TrainingPlan plan = openPlan(planId);
        PlanLine line = plan.line(lineId);
        if (line.disposition() != Disposition.PRIOR) {
            throw new PriorLearningNeedsPriorLine();
        }
        UUID id = Ids.next();
        Instant now = clock.instant();
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO prior_learning (id, line_id, description, evidence_url, assessed_on, recorded_at)
                        VALUES (:id, :line, :description, :evidenceUrl, :assessedOn, :now)
                        """)
                .bindMethods(input)
                .bind("id", id)
                .bind("line", lineId)
                .bind("now", now)
                .execute());
        if (!plan.status().takesCredit()) {
            amend.step(plan);
        }
        LineState state = attest(plan, line, Basis.PRIOR_LEARNING, id, input.assessedOn(), null);
        return new PriorLearning(id, lineId, input.description(), input.evidenceUrl(), input.assessedOn(), now, state);
    }

    private TrainingPlan openPlan(UUID planId) {
        TrainingPlan plan = plans.lock(planId);
        if (plan.status().isClosed()) {
            throw new PlanIsClosed();
        }
        return plan;
    }

    private LineState attest(
            TrainingPlan plan, PlanLine line, Basis basis, UUID reference, LocalDate on, @Nullable Integer rating) {
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
        credit.handle(List.of(plan.apprenticeId()));
        return plans.get(plan.id()).line(line.id()).state();
    }
}
