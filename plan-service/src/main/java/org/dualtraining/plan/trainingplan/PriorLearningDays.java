package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The days of the evidence on which PRIOR lines rest, also of a plan that is not active yet and so has no credits. */
@ApplicationScoped
public class PriorLearningDays {

    private final EvidenceLedger ledger;

    @Inject
    PriorLearningDays(EvidenceLedger ledger) {
        this.ledger = ledger;
    }

    /** By line; without those for which no evidence is in force. */
    public Map<UUID, LocalDate> of(TrainingPlan plan) {
        List<Evidence> inForce = ledger.inForce(List.of(plan.apprenticeId()));
        Map<UUID, LocalDate> days = new HashMap<>();
        for (PlanLine line : plan.lines()) {
            if (line.disposition() == Disposition.PRIOR) {
                CreditDecision.decide(line, inForce).ifPresent(credit -> days.put(line.id(), credit.completedOn()));
            }
        }
        return days;
    }
}
