package org.dualtraining.progress.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One competency of a plan before and after a batch; null where the plan does not have it. */
public record LineChange(
        UUID competencyId,
        @Nullable LineStanding before,
        @Nullable LineStanding after) {}
