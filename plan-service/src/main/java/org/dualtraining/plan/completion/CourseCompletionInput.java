package org.dualtraining.plan.completion;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.text.PastDate;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a college says: this learner completed this course on this day. */
@Schema(name = "CourseCompletion")
public record CourseCompletionInput(
        @Schema(description = "needed from an agency that posts for a provider; a college posts its own") @Nullable
        UUID providerId,

        @Schema(description = "the provider's id of the learner", examples = "S0012345") @NotNull @PlainText(max = 100)
        String learnerId,

        @Schema(examples = "HIMC1110") @NotNull @PlainText(max = 50)
        String courseCode,

        @Schema(description = "1900-01-01 to tomorrow") @NotNull @PastDate
        LocalDate completedOn,

        @Schema(description = "as the provider writes it", examples = "B+") @PlainText(max = 10) @Nullable
        String grade,

        @Schema(description = "whether the course was passed; absent: the grade decides by the provider's pass list")
        @Nullable
        Boolean passed,

        @Schema(description = "the provider's id of this record") @NotNull @PlainText(max = 100)
        String sourceRecordId,

        @Schema(description = "default 1; a correction is the same record with a higher version")
        @Min(1)
        @Max(MOST_VERSION)
        @Nullable
        Long sourceRecordVersion,

        @Size(max = 2000)
        @Pattern(regexp = "https?://[\\x21-\\x7e]+", message = "must be a web address without blanks, http or https")
        @Nullable
        String evidenceUrl) {

    /** The largest whole number that every reader of JSON keeps exact. */
    static final long MOST_VERSION = 9_007_199_254_740_991L;

    long version() {
        return sourceRecordVersion == null ? 1 : sourceRecordVersion;
    }
}
