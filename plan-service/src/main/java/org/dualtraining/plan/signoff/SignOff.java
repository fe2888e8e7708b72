package org.dualtraining.plan.signoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.plan.trainingplan.LineState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sign-off that was recorded; public because Jdbi makes it. */
public record SignOff(
        UUID id,
        UUID lineId,
        int rating,
        String assessor,
        LocalDate assessedOn,
        @Nullable String note,
        Instant recordedAt,

        @Schema(description = "the sign-off that this one corrects") @Nullable
        UUID corrects,

        @Schema(description = "the sign-off that corrects this one, which counts no more") @Nullable
        UUID correctedBy,

        @Schema(description = "where the line stands after it; in the answer to a POST only") @Nullable
        LineState lineState) {

    /** Whether a request that is sent again says what was recorded. */
    boolean says(SignOffInput input) {
        return rating == input.rating()
                && assessor.equals(input.assessor())
                && assessedOn.equals(input.assessedOn())
                && Objects.equals(note, input.note())
                && Objects.equals(corrects, input.corrects());
    }

    SignOff leaving(LineState state) {
        return new SignOff(id, lineId, rating, assessor, assessedOn, note, recordedAt, corrects, correctedBy, state);
    }
}
