package org.dualtraining.plan.trainingplan;

import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.jspecify.annotations.Nullable;

/** What a list of plans is narrowed to; null where it is not. Asking for another party's plans finds none. */
public record PlanFilter(
        @Nullable UUID employerId,
        @Nullable UUID apprenticeId,
        @Nullable UUID callerEmployerId,
        @Nullable UUID callerApprenticeId,
        @Nullable PlanStatus status) {

    static final PlanFilter ALL = new PlanFilter(null, null, null, null, null);

    static PlanFilter of(
            @Nullable UUID employerId, @Nullable UUID apprenticeId, @Nullable PlanStatus status, Caller caller) {
        boolean isEmployer = !caller.isAgency() && caller.is(Role.EMPLOYER);
        boolean isApprentice = !caller.isAgency() && !isEmployer;
        return new PlanFilter(
                employerId,
                apprenticeId,
                isEmployer ? caller.employerId() : null,
                isApprentice ? caller.apprenticeId() : null,
                status);
    }
}
