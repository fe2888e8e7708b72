package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IllustrativeRulesTest {

    private static final UUID DELIVERY = UUID.randomUUID();
    private static final UUID SAFETY = UUID.randomUUID();
    private static final UUID MANAGE = UUID.randomUUID();

    private final PublishedSeed seed = new PublishedSeed(
            UUID.randomUUID(),
            1,
            Map.of(
                    "Healthcare Delivery Services", DELIVERY,
                    "Worker Health and Safety", SAFETY,
                    "Manage Patient Information", MANAGE),
            Map.of());

    @Test
    void names_become_ids_and_the_rest_stays() {
        JsonNode rule = IllustrativeRules.load().rule("CPCT/A", seed);

        assertThat(rule.findValuesAsText("competency"))
                .containsExactly(DELIVERY.toString(), SAFETY.toString(), MANAGE.toString());
        assertThat(rule.findValues("minimumRating")).hasSize(1);
    }

    @Test
    void a_competency_that_the_framework_does_not_have_is_named() {
        assertThatThrownBy(() -> IllustrativeRules.load().rule("CEHRS", seed))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("Health Industry Fundamentals");
    }

    @Test
    void what_an_agency_reads_beside_the_rule_says_that_it_is_an_illustration() {
        assertThat(IllustrativeRules.load().label()).isEqualTo("Illustration, to be confirmed by the agency");
    }
}
