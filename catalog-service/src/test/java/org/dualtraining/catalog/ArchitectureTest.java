package org.dualtraining.catalog;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.dualtraining.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final ArchitectureRules rules = ArchitectureRules.of("org.dualtraining.catalog");

    @Test
    void features_use_each_other_along_these_arrows_only() {
        rules.featuresUse(Map.ofEntries(
                entry("identity", Set.of()),
                entry("casepackage", Set.of("framework", "identity")),
                entry("caseexchange", Set.of("casepackage", "frameworkimport", "export", "framework", "identity")),
                entry("caseprovider", Set.of("casepackage", "caseexchange", "export", "framework", "identity")),
                entry("lists", Set.of("identity")),
                entry("occupation", Set.of("framework", "lists")),
                entry("framework", Set.of("identity", "lists")),
                entry("export", Set.of("framework", "identity", "upload")),
                entry("competencycsv", Set.of("framework", "frameworkimport", "export", "identity")),
                entry("ctdl", Set.of("framework", "export", "occupation")),
                entry("certification", Set.of("framework", "identity", "lists")),
                entry("rendition", Set.of("upload")),
                entry("workprocess", Set.of("rendition", "framework", "identity")),
                entry("competencymodel", Set.of("rendition", "framework", "identity")),
                entry("lint", Set.of("competencymodel", "framework", "identity")),
                entry("upload", Set.of()),
                entry("frameworkimport", Set.of("framework", "occupation", "identity", "upload")),
                entry(
                        "documentimport",
                        Set.of(
                                "rendition",
                                "workprocess",
                                "competencymodel",
                                "lint",
                                "framework",
                                "occupation",
                                "certification",
                                "identity",
                                "upload"))));
    }

    @Test
    void the_service_uses_no_other_service() {
        rules.useNoOtherService();
    }

    @Test
    void endpoints_are_public_and_say_who_may_call() {
        rules.endpointsArePublic().endpointsSayWhoMayCall();
    }

    @Test
    void what_a_class_needs_is_in_its_constructor() {
        rules.nothingIsInjectedIntoFields();
    }
}
