package org.dualtraining.plan.trainingplan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fact that a line's competency is completed.
 *
 * @param rating 0 to 4, of a sign-off
 * @param reference the course completion, sign-off or prior learning that completed it
 */
public record LineCredit(
        Basis basis,
        LocalDate completedOn,
        @Nullable Integer rating,
        @Nullable UUID providerId,
        UUID reference) {}
