package org.dualtraining.plan.trainingplan;

import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.kit.text.CalendarDate;
import org.dualtraining.kit.text.PlainText;
import org.dualtraining.plan.catalog.Delivery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What employer and agency agree on for one line. */
public record LineTerms(
        @Schema(description = "how it is taught; default: what the section recommends") @Nullable
        Delivery delivery,

        @Schema(
                description =
                        "TRAIN by default; PRIOR is credited by evidence of prior learning; EXCLUDED needs a reason")
        @Nullable
        Disposition disposition,

        @PlainText @Nullable String courseName,
        @PlainText(max = 2000, lines = true) @Nullable String courseDescription,

        @Schema(description = "the responsible provider") @Nullable
        UUID providerId,

        @CalendarDate @Nullable LocalDate anticipatedCompletionDate,

        @Schema(description = "why it is excluded") @PlainText(max = 1000, lines = true) @Nullable
        String reason) {

    public static final LineTerms NONE = new LineTerms(null, null, null, null, null, null, null);

    LineTerms withDefaults(Delivery recommended) {
        return new LineTerms(
                delivery == null ? recommended : delivery,
                dispositionOrDefault(),
                courseName,
                courseDescription,
                providerId,
                anticipatedCompletionDate,
                reason);
    }

    public LineTerms excluded(String why) {
        return new LineTerms(
                delivery,
                Disposition.EXCLUDED,
                courseName,
                courseDescription,
                providerId,
                anticipatedCompletionDate,
                why);
    }

    /** What goes over to the line that takes the place of this one; the day only while it is still ahead of anybody. */
    public LineTerms forReplacement(boolean isFinished) {
        return new LineTerms(
                delivery,
                Disposition.TRAIN,
                courseName,
                courseDescription,
                providerId,
                isFinished ? null : anticipatedCompletionDate,
                null);
    }

    Delivery deliveryOrDefault() {
        return delivery == null ? Delivery.RELATED_INSTRUCTION : delivery;
    }

    Disposition dispositionOrDefault() {
        return disposition == null ? Disposition.TRAIN : disposition;
    }

    /** EXCLUDED needs a reason; {@code pointer} says where these terms stand in the request. */
    void requireReason(String pointer) {
        if (disposition == Disposition.EXCLUDED && reason == null) {
            throw new Unprocessable(pointer + "/reason", "must say why the competency is excluded");
        }
    }
}
