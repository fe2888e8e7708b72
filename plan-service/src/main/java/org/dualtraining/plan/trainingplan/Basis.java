package org.dualtraining.plan.trainingplan;

/** What kind of evidence credits a competency. */
public enum Basis {
    COURSE_COMPLETION,
    SIGN_OFF,
    PRIOR_LEARNING
}
