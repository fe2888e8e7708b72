package org.dualtraining.plan.template;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan for nobody yet, with dates relative to its start. */
@Schema(name = "PlanTemplate")
public record PlanTemplate(
        UUID id,
        String name,
        UUID frameworkId,
        int frameworkVersion,
        UUID targetCertificationId,

        @Schema(description = "whose it is; absent: all may use it") @Nullable
        UUID employerId,

        @Schema(description = "in the order that the plans will have")
        List<TemplateLine> lines,

        @Schema(description = "counts the changes; the ETag is 1.<version>")
        long version) {}
