package org.dualtraining.baseline.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record RowView(
        UUID id,
        UUID providerId,
        String learnerId,
        String courseCode,
        LocalDate completedOn,
        @Nullable String grade,
        String sourceRecordId,
        Instant receivedAt) {}
