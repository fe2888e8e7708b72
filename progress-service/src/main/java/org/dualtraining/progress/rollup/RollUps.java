package org.dualtraining.progress.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import org.dualtraining.progress.eligibility.EligibilityChange;
import org.dualtraining.progress.plan.PlanChange;

/** Lets the figures follow what a batch changed, in its transaction. */
@ApplicationScoped
public class RollUps {

    private final FigureTables tables;
    private final EligiblePlans eligible;
    private final Labels labels;

    @Inject
    RollUps(FigureTables tables, EligiblePlans eligible, Labels labels) {
        this.tables = tables;
        this.eligible = eligible;
        this.labels = labels;
    }

    /** The caller holds the advisory lock of the change feed, and has written plans, lines and eligibility. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(Collection<PlanChange> changes, Collection<EligibilityChange> flips) {
        Contributions differences = Contributions.of(changes);
        tables.addPlans(differences.plans);
        tables.addCompetencies(differences.competencies);
        tables.addWeeks(differences.weeks);
        tables.addEligible(eligible.differences(changes, flips));
        labels.follow(changes);
    }
}
