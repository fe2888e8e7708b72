package org.dualtraining.progress.credential;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that satisfies a part of a rule.
 *
 * @param competencyId what it credits; null where it says something else than that a competency is completed
 * @param competencyName as the plan calls it; null where the plan does not have it
 */
public record CreditedCompetency(
        UUID eventId, @Nullable UUID competencyId, @Nullable String competencyName) {

    String title() {
        if (competencyName != null) {
            return competencyName;
        }
        // hours and credentials from elsewhere come with a snapshot of the plan
        return competencyId == null ? "Attested with the training plan" : "Competency " + competencyId;
    }
}
