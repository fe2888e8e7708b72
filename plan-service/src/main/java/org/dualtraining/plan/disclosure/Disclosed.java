package org.dualtraining.plan.disclosure;

/** What of a person was read. */
public enum Disclosed {
    APPRENTICE,
    LEARNER_IDS,
    TRAINING_PLAN,
    PLAN_HISTORY,
    SIGN_OFF,
    PRIOR_LEARNING,
    HOURS,
    PRIOR_CREDENTIAL,
    FORM,
    COURSE_COMPLETION,
    RECORD
}
