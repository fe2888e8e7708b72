package org.dualtraining.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class OwnPartitionsTest {

    private static final Ledger.Position MINE = new Ledger.Position("competency-completed", 3);
    private static final Ledger.Position NOT_MINE = new Ledger.Position("competency-completed", 4);

    private final Hands clock = new Hands();
    private final OwnPartitions partitions = new OwnPartitions(clock);

    @Test
    void one_that_nothing_waits_in_may_stand_still_for_ever() {
        partitions.assigned(MINE, 10);
        clock.pass(Duration.ofDays(1));
        assertThat(still(10)).isZero();
        clock.pass(Duration.ofDays(1));
        assertThat(still(10)).isZero();
    }

    @Test
    void one_that_records_wait_in_stands_still_since_they_were_seen() {
        partitions.assigned(MINE, 10);
        clock.pass(Duration.ofDays(1));
        assertThat(still(15)).isZero();
        clock.pass(Duration.ofSeconds(119));
        assertThat(still(20)).isEqualTo(Duration.ofSeconds(119));
    }

    @Test
    void each_batch_that_is_taken_is_a_movement() {
        partitions.assigned(MINE, 10);
        assertThat(still(15)).isZero();
        clock.pass(Duration.ofSeconds(100));
        partitions.taken(MINE, 12);
        clock.pass(Duration.ofSeconds(50));
        assertThat(still(15)).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void work_between_two_records_is_a_movement() {
        partitions.assigned(MINE, 10);
        assertThat(still(15)).isZero();
        clock.pass(Duration.ofSeconds(100));
        partitions.stillWorking(MINE.topic());
        assertThat(still(15)).isZero();
        partitions.stillWorking("another-topic");
        clock.pass(Duration.ofSeconds(30));
        assertThat(still(15)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void one_that_was_caught_up_with_begins_anew() {
        partitions.assigned(MINE, 10);
        assertThat(still(15)).isZero();
        clock.pass(Duration.ofSeconds(100));
        partitions.taken(MINE, 15);
        assertThat(still(15)).isZero();
        clock.pass(Duration.ofHours(1));
        assertThat(still(16)).isZero();
        clock.pass(Duration.ofSeconds(5));
        assertThat(still(16)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void another_instances_partition_does_not_count() {
        partitions.assigned(MINE, 10);
        Map<Ledger.Position, Long> ends = Map.of(MINE, 10L, NOT_MINE, 1_000L);
        assertThat(partitions.longestStill(ends).orElseThrow().time()).isZero();
        clock.pass(Duration.ofHours(1));
        assertThat(partitions.longestStill(ends).orElseThrow().time()).isZero();
    }

    @Test
    void one_that_was_taken_away_does_not_count() {
        partitions.assigned(MINE, 10);
        assertThat(still(15)).isZero();
        clock.pass(Duration.ofHours(1));
        partitions.revoked(List.of(MINE));
        assertThat(partitions.longestStill(Map.of(MINE, 15L))).isEmpty();
        partitions.taken(MINE, 12);
        assertThat(partitions.longestStill(Map.of(MINE, 15L))).isEmpty();
    }

    @Test
    void while_the_broker_cannot_be_asked_what_was_known_holds() {
        partitions.assigned(MINE, 10);
        assertThat(still(15)).isZero();
        clock.pass(Duration.ofSeconds(130));
        assertThat(partitions.longestStill(Map.of()).orElseThrow().time()).isEqualTo(Duration.ofSeconds(130));
    }

    private Duration still(long end) {
        return partitions.longestStill(Map.of(MINE, end)).orElseThrow().time();
    }

    private static final class Hands implements LongSupplier {

        private long now = -5;

        void pass(Duration time) {
            now += time.toNanos();
        }

        @Override
        public long getAsLong() {
            return now;
        }
    }
}
