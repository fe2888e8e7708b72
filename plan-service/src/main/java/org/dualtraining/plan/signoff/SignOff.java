package org.dualtraining.plan.signoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.plan.trainingplan.LineState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sign-off that was recorded. */
record SignOff(
        UUID id,
        UUID lineId,
        int rating,
        String assessor,
        LocalDate assessedOn,
        @Nullable String note,
        Instant recordedAt,

        @Schema(description = "where the line stands after it")
        LineState lineState) {}
