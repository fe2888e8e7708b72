package org.dualtraining.plan.planupgrade;

import org.dualtraining.plan.catalog.VersionDiff.Fate;

/** What an upgrade does with a line. */
enum LineOutcome {
    KEPT,
    REWORDED,
    CHANGED,
    NOT_MENTIONED,
    RETIRED,
    REPLACED,
    /** a line for a competency that took the place of another one of the plan */
    REPLACEMENT,
    NEW,
    /** a competency that the older version did not have either; an earlier upgrade left it on the plan */
    OUTSIDE;

    /** Of a competency that both versions have. */
    static LineOutcome of(Fate fate) {
        return switch (fate) {
            case REWORDED -> REWORDED;
            case CHANGED -> CHANGED;
            case NOT_MENTIONED -> NOT_MENTIONED;
            // one that was retired before and has come back is new to the version and not to the plan
            case KEPT, NEW, RETIRED -> KEPT;
        };
    }
}
