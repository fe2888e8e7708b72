package org.dualtraining.plan;

import java.util.Map;
import java.util.Set;
import org.dualtraining.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void arrows_go_one_way_and_every_door_says_who_may_call() {
        ArchitectureRules.of("org.dualtraining.plan")
                .featuresUse(Map.of(
                        "party", Set.of(),
                        "catalog", Set.of(),
                        "apprentice", Set.of("party", "catalog"),
                        "coursemapping", Set.of("party", "catalog"),
                        "trainingplan", Set.of("apprentice", "party", "catalog"),
                        "completion", Set.of("trainingplan", "apprentice", "coursemapping", "party"),
                        "signoff", Set.of("trainingplan", "catalog")))
                .useNoOtherService()
                .endpointsArePublic()
                .endpointsSayWhoMayCall()
                .nothingIsInjectedIntoFields();
    }
}
