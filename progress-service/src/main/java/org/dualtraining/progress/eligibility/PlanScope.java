package org.dualtraining.progress.eligibility;

import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.jspecify.annotations.Nullable;

/** Whose plans a caller may see: all, one employer's or one apprentice's. Null does not limit. */
public record PlanScope(@Nullable UUID employerId, @Nullable UUID apprenticeId) {

    public static PlanScope of(Caller caller) {
        if (caller.isAgency()) {
            return new PlanScope(null, null);
        }
        return caller.is(Role.EMPLOYER)
                ? new PlanScope(caller.employerId(), null)
                : new PlanScope(null, caller.apprenticeId());
    }
}
