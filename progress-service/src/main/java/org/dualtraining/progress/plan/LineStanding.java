package org.dualtraining.progress.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One competency of a plan, as far as figures are made of it.
 *
 * @param counts on the plan and not EXCLUDED
 * @param completedOn while it is credited
 */
public record LineStanding(
        UUID competencyId,
        @Nullable UUID providerId,
        boolean counts,
        boolean credited,
        @Nullable LocalDate completedOn) {}
