package org.dualtraining.plan.trainingplan;

/** What the plan does about a competency (Minn. Stat. 136A.246: a plan covers only what the employee lacks). */
public enum Disposition {
    TRAIN,
    PRIOR,
    EXCLUDED
}
