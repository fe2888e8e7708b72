package org.dualtraining.progress.stream;

import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may see of the stream.
 *
 * @param party who reads, for limits and for the ids of events, which one party cannot use for another
 * @param employerId whose changes; null for all
 * @param showsPeople whether single plans and apprentices may be named; if not, only that something changed
 */
record Audience(String party, @Nullable UUID employerId, boolean showsPeople) {

    static final Audience AGENCY = new Audience(Role.AGENCY, null, true);
    static final Audience DASHBOARD = new Audience(Role.DASHBOARD, null, false);

    static Audience of(Caller caller) {
        if (caller.isAgency()) {
            return AGENCY;
        }
        return caller.is(Role.EMPLOYER) ? employer(caller.employerId()) : DASHBOARD;
    }

    static Audience employer(UUID employerId) {
        return new Audience(employerId.toString(), employerId, true);
    }

    /** By the employer that the plan had when it changed: what came before or after a move is another's. */
    boolean maySee(Change change) {
        return employerId == null || employerId.equals(change.employerId());
    }
}
