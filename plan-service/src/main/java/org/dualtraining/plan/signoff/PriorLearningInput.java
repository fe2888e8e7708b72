package org.dualtraining.plan.signoff;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.text.PastDate;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shows that the apprentice could do this before. */
public record PriorLearningInput(
        @Schema(description = "the evidence, in words") @NotNull @PlainText(max = 2000, lines = true)
        String description,

        @Size(max = 2000)
        @Pattern(regexp = "https?://[\\x21-\\x7e]+", message = "must be a web address without blanks, http or https")
        @Nullable
        String evidenceUrl,

        @Schema(description = "1900-01-01 to tomorrow") @NotNull @PastDate
        LocalDate assessedOn,

        @Schema(description = "the evidence of this line that this one corrects: that one counts no more") @Nullable
        UUID corrects) {}
