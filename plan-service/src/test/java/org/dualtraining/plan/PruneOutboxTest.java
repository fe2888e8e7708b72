package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import org.dualtraining.kit.outbox.PruneOutbox;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rows of the outbox are kept. Each test is one transaction, so that the relay sees none of its rows. */
@PlanServiceTest
class PruneOutboxTest {

    @Inject
    PruneOutbox pruneOutbox;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
        jdbi.useHandle(h -> h.execute("DELETE FROM outbox"));
    }

    @AfterEach
    void end() {
        QuarkusTransaction.rollback();
    }

    @Test
    void what_was_published_more_than_a_week_ago_goes_in_as_many_batches_as_it_takes() {
        write(2_500, "8 days", "8 days");
        write(1, "6 days", "6 days");

        pruneOutbox.handle();

        assertThat(rows()).isEqualTo(1);
        assertThat(prunedUntil())
                .isBetween(
                        Instant.now().minusSeconds(7 * 86_400 + 60),
                        Instant.now().minusSeconds(7 * 86_400));
    }

    @Test
    void what_was_not_published_stays_whatever_its_age_and_so_does_what_was_published_late() {
        write(1, "30 days", null);
        write(1, "30 days", "1 hour");
        write(1, "30 days", "30 days");

        pruneOutbox.handle();

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void nothing_goes_of_what_a_later_clock_has_written() {
        write(1, "1 hour", "8 days");

        pruneOutbox.handle();

        assertThat(rows()).isEqualTo(1);
    }

    private void write(int rows, String createdBefore, @Nullable String publishedBefore) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO outbox (event_id, topic, record_key, type, aggregate_id, epoch, aggregate_version,
                            created_at, payload, published_at)
                        SELECT gen_random_uuid(), 'nowhere', 'nobody', 'test', gen_random_uuid(), 1, n,
                            now() - CAST(:created AS interval), '{}', now() - CAST(:published AS interval)
                        FROM generate_series(1, :rows) AS n
                        """)
                .bind("created", createdBefore)
                .bind("published", publishedBefore)
                .bind("rows", rows)
                .execute());
    }

    private long rows() {
        return jdbi.withHandle(h ->
                h.createQuery("SELECT count(*) FROM outbox").mapTo(Long.class).one());
    }

    private Instant prunedUntil() {
        return jdbi.withHandle(h -> h.createQuery("SELECT until FROM outbox_pruned")
                .mapTo(Instant.class)
                .one());
    }
}
