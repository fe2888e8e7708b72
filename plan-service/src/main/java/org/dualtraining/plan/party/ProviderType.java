package org.dualtraining.plan.party;

/** The state form's words. */
public enum ProviderType {
    COMPANY,
    COLLEGE,
    TRAINER,
    OTHER
}
