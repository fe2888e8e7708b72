package org.dualtraining.plan.lti;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A score as a learning platform sends it (1EdTech LTI Advantage, Assignment and Grade Services 2.0). */
@Schema(
        description =
                "Other members of the standard, such as comment and submission, and extensions are accepted and not"
                        + " kept.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record LtiScore(
        @Schema(description = "the provider's id of the learner", examples = "S0012345") @NotNull @PlainText(max = 100)
        String userId,

        @Schema(description = "may exceed scoreMaximum; absent: there is no score")
        @DecimalMin("0")
        @Digits(integer = 9, fraction = 20)
        @Nullable
        BigDecimal scoreGiven,

        @Schema(description = "needed with scoreGiven")
        @DecimalMin(value = "0", inclusive = false)
        @Digits(integer = 9, fraction = 20)
        @Nullable
        BigDecimal scoreMaximum,

        @Schema(
                description =
                        "with its zone, sub-seconds to the microsecond; an older score never replaces a newer one",
                examples = "2026-05-15T18:54:36.736+00:00")
        @NotNull
        String timestamp,

        @NotNull ActivityProgress activityProgress,
        @NotNull GradingProgress gradingProgress) {

    /** How far the learner is. */
    public enum ActivityProgress {
        Initialized,
        Started,
        InProgress,
        Submitted,
        Completed
    }

    /** How far the grading is. */
    public enum GradingProgress {
        FullyGraded,
        Pending,
        PendingManual,
        Failed,
        NotReady
    }

    /** Everything else is on the way to a completion. */
    boolean isFinal() {
        return activityProgress == ActivityProgress.Completed
                && gradingProgress == GradingProgress.FullyGraded
                && scoreGiven != null;
    }
}
