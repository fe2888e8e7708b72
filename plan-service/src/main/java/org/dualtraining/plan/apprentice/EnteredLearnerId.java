package org.dualtraining.plan.apprentice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A learner id as it was just entered, with what a replay would now release. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnteredLearnerId(
        UUID providerId,
        String learnerId,

        @Schema(
                description =
                        "how many completions of mapped courses are parked for this learner id; 10000 means 10000 or"
                                + " more. POST /parked-completions/replay takes them in. For agencies only")
        @Nullable
        Integer parkedCompletions) {}
