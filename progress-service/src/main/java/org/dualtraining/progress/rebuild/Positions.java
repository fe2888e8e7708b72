package org.dualtraining.progress.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;

/** How far the two intakes have come, by their ledgers. */
@ApplicationScoped
class Positions {

    /** Tenths of a second; a comparison that does not wait longer may show plans that are not reviewed yet. */
    private static final int LONGEST_REVIEW = 100;

    private final Jdbi jdbi;

    @Inject
    Positions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<TopicPartition, Long> live() {
        return read("public.intake_ledger");
    }

    Map<TopicPartition, Long> second() {
        return read("shadow.intake_ledger");
    }

    long recordsLive() {
        return records("public.intake_ledger");
    }

    long recordsSecond() {
        return records("shadow.intake_ledger");
    }

    /** Where the last records of a partition are not in the topic any more, there is nothing left to take in. */
    void levelSecond() {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO shadow.intake_ledger (topic, partition, next_offset)
                SELECT topic, partition, next_offset FROM public.intake_ledger
                ON CONFLICT (topic, partition) DO UPDATE
                    SET next_offset = greatest(intake_ledger.next_offset, EXCLUDED.next_offset)
                """));
    }

    /** A new rule is held against its plans after the batch that brought it: soon, and rarely. */
    void awaitReviews() {
        for (int i = 0; i < LONGEST_REVIEW && isReviewing(); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private boolean isReviewing() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM public.certification WHERE reviewed_through IS NOT NULL)")
                .mapTo(Boolean.class)
                .one());
    }

    private Map<TopicPartition, Long> read(String ledger) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT topic, partition, next_offset FROM " + ledger)
                .reduceResultSet(new HashMap<>(), (positions, row, context) -> {
                    positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                    return positions;
                }));
    }

    private long records(String ledger) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT coalesce(sum(received), 0) FROM " + ledger)
                .mapTo(Long.class)
                .one());
    }
}
