package org.dualtraining.plan.completion;

/** What a parked completion waits for. */
enum ParkedReason {
    UNKNOWN_LEARNER,
    UNMAPPED_COURSE
}
