package org.dualtraining.progress.stream;

import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may see of the stream.
 *
 * @param employerId whose changes; null for all
 * @param showsPeople whether single plans and apprentices may be named; if not, only that something changed
 */
record Audience(@Nullable UUID employerId, boolean showsPeople) {

    static Audience of(Caller caller) {
        if (caller.isAgency()) {
            return new Audience(null, true);
        }
        return caller.is(Role.EMPLOYER) ? new Audience(caller.employerId(), true) : new Audience(null, false);
    }

    boolean maySee(Change change) {
        return employerId == null || employerId.equals(change.employerId());
    }
}
