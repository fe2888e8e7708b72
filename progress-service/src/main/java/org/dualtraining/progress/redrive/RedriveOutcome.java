package org.dualtraining.progress.redrive;

import org.dualtraining.progress.event.Verdict;

/** What a dead letter came to. */
public enum RedriveOutcome {
    APPLIED,
    DUPLICATE,
    STALE,
    PARKED,
    /** Refused again. */
    DEAD_LETTERED,
    /** Not redriven: a rebuild took the record in. */
    REBUILT,
    /** Kafka does not hold the record any more. */
    GONE;

    static RedriveOutcome of(Verdict verdict) {
        return switch (verdict) {
            case APPLIED -> APPLIED;
            case DUPLICATE -> DUPLICATE;
            case STALE -> STALE;
            case PARKED -> PARKED;
            case FORGED, CONFLICTING_VERSION -> DEAD_LETTERED;
        };
    }
}
