package org.dualtraining.plan.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dualtraining.plan.PlanServiceTest;
import org.dualtraining.plan.completion.Idempotency.Answer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a key covers, and for how long (guarantees R7, D2). */
@PlanServiceTest
class IdempotencyTest {

    @Inject
    Idempotency idempotency;

    @Inject
    Jdbi jdbi;

    private final String party = "provider:" + UUID.randomUUID();
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void a_key_belongs_to_one_party_and_one_route() {
        assertThat(once(party, "scores")).isEqualTo(1);
        assertThat(once(party, "statements")).isEqualTo(2);
        assertThat(once(party + "x", "scores")).isEqualTo(3);

        assertThat(once(party, "scores")).isEqualTo(1);
        assertThat(once(party, "statements")).isEqualTo(2);
    }

    @Test
    void work_that_fails_leaves_nothing_behind() {
        assertThatThrownBy(() -> idempotency.once(party, "scores", "k", new Work("a"), () -> {
                    worked.incrementAndGet();
                    throw new IllegalStateException("the work fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(once(party, "scores")).isEqualTo(2);
    }

    @Test
    void a_twin_waits_two_seconds_and_the_work_as_long_as_a_statement_may_take() {
        idempotency.once(party, "scores", "k", new Work("a"), () -> {
            String patience = jdbi.withHandle(
                    h -> h.createQuery("SHOW lock_timeout").mapTo(String.class).one());
            assertThat(patience).isEqualTo("0");
            return new Answer(201, new Work("done"));
        });
    }

    @Test
    void an_answer_is_kept_for_seventy_two_hours() {
        assertThat(once(party, "scores")).isEqualTo(1);

        age("71 hours");
        idempotency.forget();
        assertThat(once(party, "scores")).isEqualTo(1);

        age("73 hours");
        idempotency.forget();
        assertThat(once(party, "scores")).isEqualTo(2);
    }

    /** @return the number of the work that the answer comes from */
    private int once(String of, String route) {
        return idempotency
                .once(of, route, "k", new Work("a"), () -> new Answer(201, new Work("" + worked.incrementAndGet())))
                .getEntity()
                .toString()
                .chars()
                .filter(Character::isDigit)
                .map(digit -> digit - '0')
                .sum();
    }

    private void age(String age) {
        jdbi.useHandle(h -> h.execute(
                "UPDATE idempotency SET created_at = now() - CAST(? AS interval) WHERE party = ?", age, party));
    }

    /** A request, or an answer. */
    record Work(String name) {}
}
