package org.dualtraining.plan.signoff;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.text.PastDate;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An assessor's rating of an on-the-job competency. */
public record SignOffInput(
        @Schema(description = "0 to 4; core competencies need 3 or 4 (DOL National Occupational Framework)")
        @NotNull
        @Min(0)
        @Max(4)
        Integer rating,

        @Schema(description = "who assessed") @NotNull @PlainText
        String assessor,

        @Schema(description = "1900-01-01 to tomorrow") @NotNull @PastDate
        LocalDate assessedOn,

        @PlainText(max = 2000, lines = true) @Nullable String note,

        @Schema(
                description = "the sign-off of this line that this one corrects: that one counts no more, so that a"
                        + " correction may lower; without it a sign-off may only raise")
        @Nullable
        UUID corrects) {}
