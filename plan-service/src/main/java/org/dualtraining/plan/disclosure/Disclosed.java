package org.dualtraining.plan.disclosure;

/** What of a person was read. */
public enum Disclosed {
    APPRENTICE,
    LEARNER_IDS,
    TRAINING_PLAN,
    PLAN_HISTORY,
    FORM,
    COURSE_COMPLETION,
    RECORD
}
