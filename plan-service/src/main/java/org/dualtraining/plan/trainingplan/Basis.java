package org.dualtraining.plan.trainingplan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of evidence credits a competency. */
@Schema(name = "CreditBasis")
public enum Basis {
    COURSE_COMPLETION,
    SIGN_OFF,
    PRIOR_LEARNING
}
