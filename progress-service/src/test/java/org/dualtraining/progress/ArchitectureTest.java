package org.dualtraining.progress;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.dualtraining.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchitectureRules RULES = ArchitectureRules.of("org.dualtraining.progress");

    @Test
    void features_use_each_other_one_way() {
        RULES.featuresUse(Map.ofEntries(
                entry("event", Set.of()),
                entry("table", Set.of()),
                entry("history", Set.of("event")),
                entry("eligibility", Set.of("table", "event", "history")),
                entry("credit", Set.of("table", "event", "plan")),
                entry("plan", Set.of("table", "event", "eligibility", "history")),
                entry("rollup", Set.of("plan", "eligibility")),
                entry("credential", Set.of("eligibility")),
                entry("rebuild", Set.of("intake")),
                entry("redrive", Set.of("event", "intake", "rebuild")),
                entry("reconciliation", Set.of("intake")),
                entry("restore", Set.of()),
                entry("intake", Set.of("table", "event", "credit", "plan", "eligibility", "rollup")),
                entry("report", Set.of()),
                entry("smallgroup", Set.of()),
                entry("dashboard", Set.of("intake", "plan", "report", "smallgroup")),
                entry("attention", Set.of("intake", "report")),
                entry("export", Set.of("report")),
                entry("stream", Set.of())));
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
