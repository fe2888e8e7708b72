package org.dualtraining.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule fails on its canary, and passes where the canary sings. */
class ArchitectureRulesTest {

    private static final String CANARY = ArchitectureRulesTest.class.getPackageName() + ".canary";

    private final ArchitectureRules features = ArchitectureRules.withTests(CANARY + ".features");
    private final ArchitectureRules good = ArchitectureRules.withTests(CANARY + ".endpoints.good");

    @Test
    void an_arrow_that_is_not_allowed_fails() {
        assertThatCode(() -> features.featuresUse(Map.of("upper", Set.of("lower"), "lower", Set.of())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> features.featuresUse(Map.of("upper", Set.of(), "lower", Set.of())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not allowed")
                .hasMessageContaining("Upper");
    }

    @Test
    void a_misspelt_feature_fails() {
        assertThatThrownBy(() -> features.featuresUse(Map.of("upper", Set.of("lower", "lowerr"), "lower", Set.of())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("lowerr");
    }

    @Test
    void a_forgotten_feature_fails() {
        assertThatThrownBy(() -> features.featuresUse(Map.of("lower", Set.of())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("upper");
    }

    @Test
    void allowed_arrows_in_a_circle_fail() {
        assertThatThrownBy(() -> features.featuresUse(Map.of("upper", Set.of("lower"), "lower", Set.of("upper"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cycle");
    }

    @Test
    void a_root_without_classes_fails() {
        assertThatThrownBy(() -> ArchitectureRules.of("org.dualtraining.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void the_use_of_a_foreign_class_fails() {
        ArchitectureRules upper = ArchitectureRules.withTests(CANARY + ".features.upper");

        assertThatThrownBy(() -> upper.useNothingOf(CANARY + ".features.lower"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Lower");
    }

    @Test
    void an_endpoint_that_is_not_public_fails() {
        assertThatCode(good::endpointsArePublic).doesNotThrowAnyException();
        assertThatThrownBy(() -> ArchitectureRules.withTests(CANARY + ".endpoints.hidden")
                        .endpointsArePublic())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("404");
    }

    @Test
    void an_endpoint_that_does_not_say_who_may_call_fails() {
        assertThatCode(good::endpointsSayWhoMayCall).doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        ArchitectureRules.withTests(CANARY + ".endpoints.open").endpointsSayWhoMayCall())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("OpenResource");
    }

    @Test
    void rules_about_endpoints_fail_where_no_endpoint_is() {
        assertThatThrownBy(features::endpointsArePublic).isInstanceOf(AssertionError.class);
        assertThatThrownBy(features::endpointsSayWhoMayCall).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_injected_field_fails() {
        assertThatCode(good::nothingIsInjectedIntoFields).doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> ArchitectureRules.withTests(CANARY + ".injection").nothingIsInjectedIntoFields())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("InjectedField");
    }
}
