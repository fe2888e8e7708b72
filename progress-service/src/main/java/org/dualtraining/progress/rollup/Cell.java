package org.dualtraining.progress.rollup;

import java.util.UUID;
import org.dualtraining.progress.plan.PlanStanding;

/**
 * The row of figures that a plan belongs to.
 *
 * @param primary whether the plan counts its apprentice as a person
 * @param item what the figures are about: a status, competency, week or certification
 */
record Cell<T>(Grain grain, UUID employerId, UUID occupationId, UUID providerId, T item, boolean primary) {

    /** In place of an id: all of them, or no provider. */
    static final UUID NONE = new UUID(0, 0);

    /** How finely a row divides the plans. */
    enum Grain {
        ALL,
        PLAN,
        PROVIDER,
        LINE
    }

    static <T> Cell<T> ofAll(PlanStanding plan, T item) {
        return new Cell<>(Grain.ALL, NONE, NONE, NONE, item, plan.primary());
    }

    static <T> Cell<T> of(PlanStanding plan, T item) {
        return new Cell<>(Grain.PLAN, plan.employerId(), plan.occupationId(), NONE, item, plan.primary());
    }

    static <T> Cell<T> of(PlanStanding plan, Grain grain, UUID providerId, T item) {
        return new Cell<>(grain, plan.employerId(), plan.occupationId(), providerId, item, plan.primary());
    }
}
