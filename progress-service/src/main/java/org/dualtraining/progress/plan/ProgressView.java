package org.dualtraining.progress.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.event.Delivery;
import org.dualtraining.progress.plan.PlanSnapshot.Disposition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far one training plan has come. */
@Schema(name = "Progress", description = "How far one training plan has come")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgressView(
        UUID planId,
        UUID apprenticeId,
        PlanStatus status,

        @Schema(
                type = SchemaType.STRING,
                description = "the day that was asked for, or else the instant at which this was answered")
        Temporal asOf,

        @Schema(description = "the time that was asked for, or else when something last changed for this plan")
        Instant knownAt,

        @Schema(description = "lines to be trained or credited as prior learning; excluded lines never count")
        int total,

        @Schema(description = "those of them that are credited")
        int credited,

        @Schema(
                description =
                        "credited of total, 0 to 100 with one decimal, rounded down so that 100 means all; 0 of an"
                                + " empty plan",
                examples = "46.6")
        BigDecimal percent,

        @Schema(description = "the same two counts for RELATED_INSTRUCTION and ON_THE_JOB")
        Map<Delivery, Count> byDelivery,

        @Schema(description = "in form order") List<LineView> lines,

        @Schema(description = "the open line with the nearest anticipated date, of an active plan") @Nullable
        DueLine nextDue,

        @Schema(
                description =
                        "open lines of an active plan whose anticipated date has passed, the longest overdue first")
        List<DueLine> overdue) {

    /** Where a line stands. */
    public enum LineState {
        OPEN,
        CREDITED,
        REVOKED
    }

    @Schema(name = "ProgressCount")
    public record Count(int total, int credited) {}

    /** One line of the plan. */
    @Schema(name = "ProgressLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineView(
            UUID lineId,
            UUID competencyId,
            String competencyName,
            Delivery delivery,
            Disposition disposition,
            LineState state,

            @Schema(description = "the day the competency was completed, while it is credited") @Nullable
            LocalDate completedOn,

            @Schema(description = "the event that says so, or that revoked it") @Nullable
            UUID eventId,

            @Nullable LocalDate anticipatedCompletionDate) {

        boolean mayBeDue() {
            return disposition != Disposition.EXCLUDED
                    && state != LineState.CREDITED
                    && anticipatedCompletionDate != null;
        }
    }

    /** A line that is due. */
    @Schema(name = "DueLine")
    public record DueLine(
            UUID lineId,
            UUID competencyId,
            String competencyName,
            Delivery delivery,
            LocalDate anticipatedCompletionDate) {}

    static BigDecimal percent(int credited, int total) {
        return total == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf(100L * credited).divide(BigDecimal.valueOf(total), 1, RoundingMode.DOWN);
    }
}
