package org.dualtraining.plan.coursemapping;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list of mappings is narrowed to; null where it is not. Asking for another party's mappings finds none. */
public record MappingFilter(
        @Nullable UUID callerProviderId,
        @Nullable UUID providerId,
        @Nullable String courseCode,
        @Nullable UUID competencyId,
        @Nullable LocalDate on) {}
