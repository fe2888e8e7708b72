package org.dualtraining.plan.trainingplan;

/** Where a line stands; derived from the evidence in force. */
public enum LineState {
    OPEN,
    CREDITED,
    REVOKED
}
