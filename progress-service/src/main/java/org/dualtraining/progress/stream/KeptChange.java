package org.dualtraining.progress.stream;

import org.jspecify.annotations.Nullable;

/** A change in memory, and what it looks like to those who may see it: made once, and only when somebody reads. */
final class KeptChange {

    private final Change change;
    private volatile byte @Nullable [] toAgency;
    private volatile byte @Nullable [] toEmployer;

    KeptChange(Change change) {
        this.change = change;
    }

    Change change() {
        return change;
    }

    /** For an audience that may see it. Made twice when two threads ask at once, which is harmless. */
    byte[] seenBy(Audience audience, EventText text) {
        boolean isAgency = audience.employerId() == null;
        byte[] made = isAgency ? toAgency : toEmployer;
        if (made == null) {
            made = text.change(change, audience);
            if (isAgency) {
                toAgency = made;
            } else {
                toEmployer = made;
            }
        }
        return made;
    }
}
