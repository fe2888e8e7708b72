package org.dualtraining.plan.template;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template without its lines, of which a list would hold too many. */
@Schema(name = "PlanTemplateHead")
public record PlanTemplateHead(
        UUID id,
        String name,
        UUID frameworkId,
        int frameworkVersion,
        UUID targetCertificationId,

        @Schema(description = "whose it is; absent: all may use it") @Nullable
        UUID employerId,

        @Schema(description = "how many lines the template has")
        int lineCount,

        @Schema(description = "counts the changes; the ETag is 1.<version>")
        long version) {}
