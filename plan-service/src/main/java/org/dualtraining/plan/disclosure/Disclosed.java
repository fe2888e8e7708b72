package org.dualtraining.plan.disclosure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a person was read. */
@Schema(name = "DisclosedData")
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
