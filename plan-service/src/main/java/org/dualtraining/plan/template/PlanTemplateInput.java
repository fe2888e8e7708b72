package org.dualtraining.plan.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.text.CalendarDate;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template: of a framework version, or of a plan that exists. */
public record PlanTemplateInput(
        @NotNull @PlainText String name,

        @Schema(description = "needed unless fromPlanId is given") @Nullable
        UUID frameworkId,

        @Schema(description = "default: the latest that is published") @Min(1) @Nullable
        Integer frameworkVersion,

        @Schema(description = "one of the framework's certifications; needed unless fromPlanId is given") @Nullable
        UUID targetCertificationId,

        @Schema(description = "whose it is; an employer's templates are its own. Absent from an agency: all may use it")
        @Nullable
        UUID employerId,

        @Schema(description = "default: one TRAIN line per row of the state's form, in its order")
        @Size(min = 1, max = 500)
        @Nullable
        List<@NotNull @Valid TemplateLine> lines,

        @Schema(description = "a plan whose framework version, target and lines the template takes; with startedOn")
        @Nullable
        UUID fromPlanId,

        @Schema(description = "the day that the plan of fromPlanId began: its dates become periods from that day")
        @CalendarDate
        @Nullable
        LocalDate startedOn) {}
