package org.dualtraining.plan.trainingplan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.plan.catalog.Delivery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A training plan as the API shows it. */
@Schema(name = "TrainingPlan")
public record TrainingPlanView(
        UUID id,
        UUID apprenticeId,
        UUID employerId,
        UUID frameworkId,
        int frameworkVersion,
        String frameworkTitle,
        UUID occupationId,
        UUID targetCertificationId,
        PlanStatus status,

        @Schema(description = "goes up with every change and every credit; the ETag is <epoch>.<version>")
        long version,

        @Schema(description = "in the order of the state's form")
        List<Line> lines,

        @Schema(description = "what should be looked at; none of it stops the plan")
        List<PlanWarning> warnings) {

    static TrainingPlanView of(TrainingPlan plan, List<PlanWarning> warnings) {
        return new TrainingPlanView(
                plan.id(),
                plan.apprenticeId(),
                plan.employerId(),
                plan.frameworkId(),
                plan.frameworkVersion(),
                plan.frameworkTitle(),
                plan.occupationId(),
                plan.targetCertificationId(),
                plan.status(),
                plan.version(),
                plan.lines().stream().map(Line::of).toList(),
                warnings);
    }

    /** One row of the state's form. */
    @Schema(name = "PlanLine")
    public record Line(
            UUID id,
            UUID competencyId,
            String competencyName,
            Delivery delivery,
            Disposition disposition,
            @Nullable String courseName,
            @Nullable String courseDescription,
            @Nullable UUID providerId,
            @Nullable LocalDate anticipatedCompletionDate,

            @Schema(description = "why it is excluded") @Nullable
            String reason,

            @Schema(
                    description =
                            "the rating, 0 to 4, that a sign-off needs to credit the line; absent where none is needed")
            @Nullable
            Integer minimumRating,

            LineState state,

            @Schema(description = "what credits it") @Nullable
            Basis basis,

            @Nullable LocalDate completedOn,
            @Nullable Integer rating) {

        static Line of(PlanLine line) {
            LineTerms terms = line.terms();
            @Nullable LineCredit credit = line.credit();
            return new Line(
                    line.id(),
                    line.competencyId(),
                    line.competencyName(),
                    line.delivery(),
                    line.disposition(),
                    terms.courseName(),
                    terms.courseDescription(),
                    terms.providerId(),
                    terms.anticipatedCompletionDate(),
                    terms.reason(),
                    line.minimumRating(),
                    line.state(),
                    credit == null ? null : credit.basis(),
                    credit == null ? null : credit.completedOn(),
                    credit == null ? null : credit.rating());
        }
    }
}
