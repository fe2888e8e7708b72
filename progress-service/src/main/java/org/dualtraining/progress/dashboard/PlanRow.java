package org.dualtraining.progress.dashboard;

import java.util.UUID;
import org.dualtraining.progress.plan.PlanStatus;
import org.dualtraining.progress.smallgroup.Atom;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the plans of one group; ids by which it was not asked are null.
 *
 * @param primary whether each plan is an apprentice who is counted here
 * @param complete plans without an open line
 * @param millionths sum of the plans' progress
 */
public record PlanRow(
        @Nullable UUID employerId,
        @Nullable UUID occupationId,
        @Nullable UUID providerId,
        PlanStatus status,
        boolean primary,
        long plans,
        long withCredit,
        long complete,
        long lines,
        long credited,
        long millionths) {

    boolean isCancelled() {
        return status == PlanStatus.CANCELLED;
    }

    Atom atom() {
        return new Atom(FiguresReader.known(employerId), FiguresReader.known(occupationId));
    }
}
