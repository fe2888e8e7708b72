package org.dualtraining.plan;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.dualtraining.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void arrows_go_one_way_and_every_door_says_who_may_call() {
        ArchitectureRules.of("org.dualtraining.plan")
                .featuresUse(Map.ofEntries(
                        entry("party", Set.of()),
                        entry("catalog", Set.of()),
                        entry("parked", Set.of()),
                        entry("planhistory", Set.of()),
                        entry("disclosure", Set.of()),
                        entry("apprentice", Set.of("party", "catalog", "disclosure", "parked")),
                        entry("coursemapping", Set.of("party", "catalog", "parked")),
                        entry("trainingplan", Set.of("apprentice", "party", "catalog", "disclosure", "planhistory")),
                        entry(
                                "completion",
                                Set.of(
                                        "trainingplan",
                                        "apprentice",
                                        "coursemapping",
                                        "disclosure",
                                        "parked",
                                        "completionsource",
                                        "party")),
                        entry("completionsource", Set.of("party")),
                        entry("lti", Set.of("completion", "completionsource", "party")),
                        entry("xapi", Set.of("completion", "completionsource", "party")),
                        entry("template", Set.of("trainingplan", "apprentice", "party", "catalog")),
                        entry("planupgrade", Set.of("trainingplan", "planhistory", "catalog", "disclosure")),
                        entry("completionstream", Set.of("completion", "completionsource")),
                        entry(
                                "merge",
                                Set.of(
                                        "completion",
                                        "signoff",
                                        "hours",
                                        "priorcredential",
                                        "trainingplan",
                                        "apprentice")),
                        entry(
                                "retention",
                                Set.of("completion", "signoff", "priorcredential", "trainingplan", "apprentice")),
                        entry("hours", Set.of("trainingplan", "apprentice", "planhistory", "catalog", "disclosure")),
                        entry("priorcredential", Set.of("trainingplan", "apprentice", "disclosure")),
                        entry("personrecord", Set.of("apprentice", "disclosure")),
                        entry("signoff", Set.of("trainingplan", "apprentice", "planhistory", "catalog", "disclosure")),
                        entry("restore", Set.of("trainingplan")),
                        entry("print", Set.of()),
                        entry("form", Set.of("trainingplan", "apprentice", "party", "catalog", "disclosure", "print"))))
                .useNoOtherService()
                .endpointsArePublic()
                .endpointsSayWhoMayCall()
                .nothingIsInjectedIntoFields();
    }
}
