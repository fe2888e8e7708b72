package org.dualtraining.plan.signoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.plan.trainingplan.LineState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Evidence of prior learning that was recorded. */
record PriorLearning(
        UUID id,
        UUID lineId,
        String description,
        @Nullable String evidenceUrl,
        LocalDate assessedOn,
        Instant recordedAt,

        @Schema(description = "where the line stands after it")
        LineState lineState) {}
