package org.dualtraining.plan.apprentice;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A learner id as it was just entered, with what a replay would now release. */
public record EnteredLearnerId(
        UUID providerId,
        String learnerId,

        @Schema(
                description =
                        "how many completions of mapped courses are parked for this learner id; 10000 means 10000 or"
                                + " more. POST /parked-completions/replay takes them in")
        int parkedCompletions) {}
