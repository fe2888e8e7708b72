package org.dualtraining.baseline.textbook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of the event that count. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompetencyEvent(
        UUID planId,
        UUID competencyId,
        LocalDate completedOn,
        @Nullable Integer rating,
        long version,
        Instant recordedAt) {}
