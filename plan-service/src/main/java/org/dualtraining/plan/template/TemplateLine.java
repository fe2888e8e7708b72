package org.dualtraining.plan.template;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.dualtraining.kit.text.PlainText;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.trainingplan.Disposition;
import org.dualtraining.plan.trainingplan.LineTerms;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.PlanLineInput;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a template: a plan line with a period in the place of the date. What is absent gets its default. */
public record TemplateLine(
        @NotNull UUID competencyId,
        @Nullable Delivery delivery,
        @Nullable Disposition disposition,
        @PlainText @Nullable String courseName,
        @PlainText(max = 2000, lines = true) @Nullable String courseDescription,
        @Nullable UUID providerId,

        @Schema(
                type = SchemaType.STRING,
                implementation = String.class,
                description = "how long after the start of a cohort it is to be completed: an ISO period, P0D to P10Y",
                examples = "P3M")
        @Nullable
        Period completedAfter,

        @PlainText(max = 1000, lines = true) @Nullable String reason) {

    private static final int MOST_YEARS = 10;

    PlanLineInput asPlanLine() {
        return new PlanLineInput(
                competencyId, delivery, disposition, courseName, courseDescription, providerId, null, reason);
    }

    LineTerms termsFrom(LocalDate start) {
        return new LineTerms(
                delivery,
                disposition,
                courseName,
                courseDescription,
                providerId,
                completedAfter == null ? null : start.plus(completedAfter),
                reason);
    }

    boolean hasSensiblePeriod() {
        return completedAfter == null
                || (!completedAfter.isNegative()
                        && completedAfter.toTotalMonths() <= 12 * MOST_YEARS
                        && completedAfter.getDays() <= 366 * MOST_YEARS);
    }

    /** Taken from one apprentice's plan: that somebody need not be trained, and why, is about that person only. */
    static TemplateLine trained(PlanLine line, @Nullable Period completedAfter) {
        LineTerms terms = line.terms();
        return new TemplateLine(
                line.competencyId(),
                line.delivery(),
                Disposition.TRAIN,
                terms.courseName(),
                terms.courseDescription(),
                terms.providerId(),
                completedAfter,
                null);
    }

    /** The same terms with the defaults filled in. */
    static TemplateLine of(PlanLine line, @Nullable Period completedAfter) {
        LineTerms terms = line.terms();
        return new TemplateLine(
                line.competencyId(),
                line.delivery(),
                line.disposition(),
                terms.courseName(),
                terms.courseDescription(),
                terms.providerId(),
                completedAfter,
                terms.reason());
    }
}
