package org.dualtraining.progress.plan;

/** Where a training plan stands. */
public enum PlanStatus {
    DRAFT,
    PROPOSED,
    ACTIVE,
    SUSPENDED,
    COMPLETED,
    CANCELLED
}
