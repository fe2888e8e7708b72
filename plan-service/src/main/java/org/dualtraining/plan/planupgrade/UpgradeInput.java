package org.dualtraining.plan.planupgrade;

import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.dualtraining.kit.text.PlainText;
import org.dualtraining.plan.trainingplan.OptionalBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which version a plan goes to. */
public record UpgradeInput(
        @Schema(description = "default: the latest that is published") @Min(1) @Nullable
        Integer to,

        @Schema(
                description =
                        "one of that version's certifications; needed when it no longer has the plan's present one")
        @Nullable
        UUID targetCertificationId,

        @Schema(description = "for the plan's history") @PlainText(max = 1000, lines = true) @Nullable
        String why)
        implements OptionalBody {

    static final UpgradeInput LATEST = new UpgradeInput(null, null, null);
}
