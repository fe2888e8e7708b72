package org.dualtraining.progress.plan;

import java.util.UUID;

/** Whose a known plan is and which version of it is known. */
public record PlanHead(UUID planId, UUID apprenticeId, int epoch, long version) {

    static PlanHead of(PlanSnapshot snapshot) {
        return new PlanHead(snapshot.planId(), snapshot.apprenticeId(), snapshot.epoch(), snapshot.version());
    }

    boolean isOlderThan(PlanSnapshot snapshot) {
        return epoch != snapshot.epoch() ? epoch < snapshot.epoch() : version < snapshot.version();
    }
}
