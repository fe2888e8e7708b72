package org.dualtraining.progress.eligibility;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * How things are called in explanations.
 *
 * @param competency as the plan calls it
 * @param credential as its certification is called, where it is one
 */
record Names(Function<UUID, String> competency, Function<UUID, String> credential) {

    static final Names NONE = of(Map.of(), Map.of());

    /** What is on a rule and not on the plan is named by its id. */
    static Names of(Map<UUID, String> onPlan, Map<UUID, String> certifications) {
        return new Names(
                competency ->
                        onPlan.getOrDefault(competency, "competency " + competency + ", which is not on the plan"),
                credential -> certifications.getOrDefault(credential, "credential " + credential));
    }
}
