package org.dualtraining.progress.intake;

/** What a redriven dead letter came to. */
public enum RedriveOutcome {
    APPLIED,
    DUPLICATE,
    STALE,
    PARKED,
    /** Refused again. */
    DEAD_LETTERED,
    /** Kafka does not hold the record any more. */
    GONE;

    static RedriveOutcome of(Tally.Class outcome) {
        return switch (outcome) {
            case APPLIED -> APPLIED;
            case DUPLICATE, REDELIVERED -> DUPLICATE;
            case STALE -> STALE;
            case PARKED -> PARKED;
            case DEAD_LETTERED -> DEAD_LETTERED;
        };
    }
}
