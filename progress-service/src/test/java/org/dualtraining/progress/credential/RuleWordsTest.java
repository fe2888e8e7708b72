package org.dualtraining.progress.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.eligibility.Explanation;
import org.dualtraining.progress.eligibility.Explanation.Status;
import org.junit.jupiter.api.Test;

class RuleWordsTest {

    private final UUID event = UUID.randomUUID();
    private final UUID superfluous = UUID.randomUUID();

    @Test
    void what_satisfies_is_said_without_the_parts_that_were_not_needed() {
        Explanation rule =
                parts("all of", leaf("Privacy", event), parts("any of", missing("Ethics"), leaf("Laws", event)));

        assertThat(RuleWords.satisfied(rule)).isEqualTo("all of (Privacy; any of (Laws))");
        assertThat(RuleWords.evidence(rule)).containsExactly(event);
    }

    @Test
    void what_is_missing_is_said_without_the_parts_that_are_there() {
        Explanation choice =
                new Explanation("any of", Status.MISSING, List.of(), List.of(missing("Ethics"), missing("Laws")));
        Explanation old = new Explanation("Coding (valid for 1 year)", Status.EXPIRED, List.of(superfluous), List.of());
        Explanation rule =
                new Explanation("all of", Status.MISSING, List.of(), List.of(leaf("Privacy", event), choice, old));

        assertThat(RuleWords.missing(rule))
                .isEqualTo("all of (any of (Ethics; Laws); Coding (valid for 1 year), expired)");
    }

    @Test
    void events_of_parts_that_do_not_count_are_no_evidence() {
        Explanation expired = new Explanation("Coding", Status.EXPIRED, List.of(superfluous), List.of());

        assertThat(RuleWords.evidence(parts("any of", expired, leaf("Privacy", event))))
                .containsExactly(event);
    }

    private static Explanation parts(String node, Explanation... parts) {
        return new Explanation(node, Status.SATISFIED, List.of(), List.of(parts));
    }

    private static Explanation leaf(String node, UUID event) {
        return new Explanation(node, Status.SATISFIED, List.of(event), List.of());
    }

    private static Explanation missing(String node) {
        return new Explanation(node, Status.MISSING, List.of(), List.of());
    }
}
