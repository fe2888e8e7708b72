package org.dualtraining.plan.trainingplan;

import java.util.EnumSet;
import java.util.Set;

/** The life of a plan. Credits are derived from activation on, and corrected even after completion. */
public enum PlanStatus {
    DRAFT,
    PROPOSED,
    ACTIVE,
    SUSPENDED,
    COMPLETED,
    CANCELLED;

    private static final Set<PlanStatus> CLOSED = EnumSet.of(COMPLETED, CANCELLED);
    private static final Set<PlanStatus> CREDITED = EnumSet.of(ACTIVE, SUSPENDED, COMPLETED);

    public boolean isClosed() {
        return CLOSED.contains(this);
    }

    /** Whether it is the one plan of its apprentice and occupation that may be so. */
    boolean isInForce() {
        return this == ACTIVE || this == SUSPENDED;
    }

    /** Whether evidence counts for a plan in this state. */
    public boolean takesCredit() {
        return CREDITED.contains(this);
    }

    /** Which states may come after this one. */
    boolean mayBecome(PlanStatus next) {
        return switch (this) {
            case DRAFT -> EnumSet.of(PROPOSED, ACTIVE, CANCELLED).contains(next);
            case PROPOSED -> EnumSet.of(DRAFT, ACTIVE, CANCELLED).contains(next);
            case ACTIVE -> EnumSet.of(SUSPENDED, COMPLETED, CANCELLED).contains(next);
            case SUSPENDED -> EnumSet.of(ACTIVE, COMPLETED, CANCELLED).contains(next);
            case COMPLETED, CANCELLED -> false;
        };
    }
}
