package org.dualtraining.progress;

import java.util.Map;
import java.util.Set;
import org.dualtraining.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchitectureRules RULES = ArchitectureRules.of("org.dualtraining.progress");

    @Test
    void features_use_each_other_one_way() {
        RULES.featuresUse(Map.of(
                "event", Set.of(),
                "history", Set.of(),
                "eligibility", Set.of("event", "history"),
                "credit", Set.of("event", "plan"),
                "plan", Set.of("event", "eligibility", "history"),
                "intake", Set.of("event", "credit", "plan", "eligibility"),
                "dashboard", Set.of("intake", "plan"),
                "stream", Set.of()));
    }

    @Test
    void no_other_service_is_used() {
        RULES.useNoOtherService();
    }

    @Test
    void endpoints_are_public_and_say_who_may_call() {
        RULES.endpointsArePublic().endpointsSayWhoMayCall();
    }

    @Test
    void classes_can_be_made_without_a_container() {
        RULES.nothingIsInjectedIntoFields();
    }
}
