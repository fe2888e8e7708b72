package org.dualtraining.plan.completion;

/** What became of a completion that was received. */
enum CompletionState {
    ACCEPTED,
    PARKED,
    SUPERSEDED,
    REVOKED
}
