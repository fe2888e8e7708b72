package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dualtraining.kit.database.RecordMapper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code intake_ledger}: how far each partition was taken and what became of its records (guarantees R13), moved
 * in the transaction of the effects. Its rows are also the lock by which an instance that lost a partition and does not
 * know yet cannot work beside the one that has it now.
 */
@ApplicationScoped
class Ledger {

    /**
     * A batch may take longer than a request: cut off, it would be repeated whole, for ever. Its statements find rows by keys,
     * so that one plan of each serves any batch, if it was not made to read a table whole while that was small; making
     * plans anew would cost a batch of one record more than carrying them out.
     */
    private static final String BATCH_SETTINGS = """
            SET LOCAL statement_timeout = '12s';
            SET LOCAL plan_cache_mode = force_generic_plan;
            SET LOCAL enable_seqscan = off
            """;

    private final Jdbi jdbi;

    @Inject
    Ledger(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return the first offset of each partition that was not taken yet */
    Map<Position, Long> lock(Collection<Position> positions) {
        return jdbi.withHandle(handle -> {
            handle.execute(BATCH_SETTINGS);
            Map<Position, Long> next = lock(handle, positions);
            if (next.size() < positions.size()) {
                open(handle, positions);
                next = lock(handle, positions);
            }
            return next;
        });
    }

    /**
     * For whoever changes the state without a record: no more than a batch is it at work while a rebuild holds the
     * intake, which would exchange the tables under it.
     */
    void pass() {
        jdbi.useHandle(handle -> handle.execute("LOCK TABLE intake_ledger IN ROW SHARE MODE"));
    }

    private static Map<Position, Long> lock(Handle handle, Collection<Position> positions) {
        Map<Position, Long> next = new HashMap<>();
        handle.createQuery("""
                        SELECT topic, partition, next_offset FROM intake_ledger
                        WHERE (topic, partition) IN (SELECT * FROM unnest(:topics, :partitions))
                        ORDER BY topic, partition FOR UPDATE
                        """)
                .bindArray("topics", String.class, topics(positions))
                .bindArray("partitions", Integer.class, partitions(positions))
                .map((row, context) -> next.put(new Position(row.getString(1), row.getInt(2)), row.getLong(3)))
                .list();
        return next;
    }

    /** A partition that is taken from for the first time. */
    private static void open(Handle handle, Collection<Position> positions) {
        handle.createUpdate("""
                        INSERT INTO intake_ledger (topic, partition) SELECT * FROM unnest(:topics, :partitions)
                        ON CONFLICT DO NOTHING
                        """)
                .bindArray("topics", String.class, topics(positions))
                .bindArray("partitions", Integer.class, partitions(positions))
                .execute();
    }

    private static List<String> topics(Collection<Position> positions) {
        return positions.stream().map(Position::topic).toList();
    }

    private static List<Integer> partitions(Collection<Position> positions) {
        return positions.stream().map(Position::partition).toList();
    }

    void move(Collection<Entry> entries, Instant now) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    UPDATE intake_ledger SET
                        next_offset = greatest(next_offset, :nextOffset), received = received + :received,
                        applied = applied + :applied, duplicate = duplicate + :duplicate, stale = stale + :stale,
                        parked = parked + :parked, dead_lettered = dead_lettered + :deadLettered, redelivered = redelivered + :redelivered,
                        last_record_at = greatest(last_record_at, :lastRecordAt), moved_at = :now
                    WHERE topic = :topic AND partition = :partition
                    """);
            for (Entry entry : entries) {
                batch.bindMethods(entry)
                        .bindMethods(entry.position())
                        .bind("now", now)
                        .add();
            }
            batch.execute();
        });
    }

    List<Row> rows() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT l.topic, l.partition, l.next_offset, l.received,
                               l.applied + coalesce(o.applied, 0) AS applied,
                               l.duplicate + coalesce(o.duplicate, 0) AS duplicate,
                               l.stale + coalesce(o.stale, 0) AS stale, l.parked + coalesce(o.parked, 0) AS parked,
                               l.dead_lettered + coalesce(o.dead_lettered, 0) AS dead_lettered, l.redelivered,
                               l.last_record_at, l.moved_at
                        FROM intake_ledger l
                        LEFT JOIN (
                            SELECT topic, partition,
                                   sum(records) FILTER (WHERE outcome = 'APPLIED') AS applied,
                                   sum(records) FILTER (WHERE outcome = 'DUPLICATE') AS duplicate,
                                   sum(records) FILTER (WHERE outcome = 'STALE') AS stale,
                                   sum(records) FILTER (WHERE outcome = 'PARKED') AS parked,
                                   sum(records) FILTER (WHERE outcome = 'DEAD_LETTERED') AS dead_lettered
                            FROM later_outcome GROUP BY topic, partition) o USING (topic, partition)
                        ORDER BY topic, partition
                        """).map(RecordMapper.of(Row.class)).list());
    }

    /** Where to go on reading these partitions: what was not taken yet. */
    Map<Position, Long> nextOffsets() {
        return rows().stream().collect(Collectors.toMap(Row::position, Row::nextOffset));
    }

    /** A partition of a topic. */
    public record Position(String topic, int partition) implements Comparable<Position> {

        @Override
        public int compareTo(Position other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic == 0 ? Integer.compare(partition, other.partition) : byTopic;
        }
    }

    /** What one batch adds for one partition. */
    public record Entry(
            Position position,
            long nextOffset,
            long received,
            long applied,
            long duplicate,
            long stale,
            long parked,
            long deadLettered,
            long redelivered,
            Instant lastRecordAt) {}

    /** What is kept of one partition. */
    public record Row(
            String topic,
            int partition,
            long nextOffset,
            long received,
            long applied,
            long duplicate,
            long stale,
            long parked,
            long deadLettered,
            long redelivered,
            @Nullable Instant lastRecordAt,
            @Nullable Instant movedAt) {

        Position position() {
            return new Position(topic, partition);
        }
    }
}
