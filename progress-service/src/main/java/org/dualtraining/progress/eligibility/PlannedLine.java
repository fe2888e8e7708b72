package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a plan, as far as it says how a competency is called and when it is to be completed. */
record PlannedLine(
        UUID competencyId,
        String name,
        boolean isExcluded,
        @Nullable LocalDate anticipated) {}
