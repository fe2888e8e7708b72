package org.dualtraining.plan.planhistory;

/** What people decide about a plan. */
public enum ChangeKind {
    MADE,
    LINE_ADDED,
    LINE_CHANGED,
    PROPOSED,
    /** a proposal that the employer took back or the agency returned */
    WITHDRAWN,
    ACTIVATED,
    SUSPENDED,
    RESUMED,
    COMPLETED,
    CANCELLED,
    UPGRADED,
    MERGED,
    SIGN_OFF_CORRECTED,
    PRIOR_LEARNING_CORRECTED,
    PRIOR_LEARNING_WITHDRAWN,
    HOURS_STATED,
    HOURS_REMOVED
}
