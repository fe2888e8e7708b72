package org.dualtraining.plan.completion;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.plan.trainingplan.TouchedCompetency;

/**
 * What was taken back, and whose credits are to be decided by it.
 *
 * @param completions of each record that was received, the completion that is in force no longer
 */
public record TakenBack(Map<String, UUID> completions, Set<TouchedCompetency> touched) {

    static final TakenBack NOTHING = new TakenBack(Map.of(), Set.of());
}
