package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.progress.intake.DeadLetters.DeadLetter;
import org.dualtraining.progress.table.Columns;
import org.jdbi.v3.core.Jdbi;

/**
 * Dead letters while the history is taken in once more. Table {@code dead_letter} of the shadow says what their records
 * came to this time, and when the shadow is put in place the letters follow it. One whose record was not read, because
 * Kafka does not hold it any more, stays what it is.
 */
@ApplicationScoped
public class LettersAgain {

    private static final String PLACES = "unnest(:partitions, :offsets) AS place (partition, record_offset)";

    private final Jdbi jdbi;
    private final DeadLetters deadLetters;
    private final Clock clock;

    @Inject
    LettersAgain(Jdbi jdbi, DeadLetters deadLetters, Clock clock) {
        this.jdbi = jdbi;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /**
     * Before a batch, in the shadow: what is buried as it was before is no new letter, and nobody is told of it. PARKED is
     * what a burial opens again.
     *
     * @return how many there are
     */
    int expect(Collection<? extends Received<?>> batch) {
        return run("""
                INSERT INTO dead_letter
                    (id, topic, partition, record_offset, dead_letter_class, reason, received_at, outcome)
                SELECT id, topic, partition, record_offset, dead_letter_class, reason, received_at, 'PARKED'
                FROM public.dead_letter JOIN %s USING (partition, record_offset)
                WHERE topic = :topic
                ON CONFLICT (topic, partition, record_offset) DO NOTHING
                """, batch);
    }

    /** After it: what was not buried again was taken, unless it waits now, and may yet be refused. */
    void conclude(Collection<? extends Received<?>> batch) {
        var unused = run("""
                UPDATE dead_letter SET outcome = 'REBUILT' FROM %s
                WHERE dead_letter.topic = :topic AND dead_letter.partition = place.partition
                  AND dead_letter.record_offset = place.record_offset AND outcome = 'PARKED'
                  AND NOT EXISTS (
                      SELECT FROM parked_event waiting
                      WHERE (waiting.topic, waiting.partition, waiting.record_offset)
                          = (dead_letter.topic, dead_letter.partition, dead_letter.record_offset))
                """, batch);
    }

    private int run(String sql, Collection<? extends Received<?>> batch) {
        Columns<Received<?>> columns = new Columns<>(List.copyOf(batch));
        return jdbi.withHandle(handle -> handle.createUpdate(sql.formatted(PLACES))
                .bind("topic", batch.iterator().next().topic())
                .bindArray("partitions", Integer.class, columns.of(Received::partition))
                .bindArray("offsets", Long.class, columns.of(Received::offset))
                .execute());
    }

    /** The caller holds the intake, and exchanges the tables next. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle() {
        jdbi.useHandle(handle -> {
            deadLetters.publish(handle.createQuery("""
                            SELECT id, topic, partition, record_offset AS "offset", dead_letter_class, reason, received_at
                            FROM shadow.dead_letter there
                            WHERE NOT EXISTS (
                                SELECT FROM public.dead_letter here
                                WHERE (here.topic, here.partition, here.record_offset)
                                    = (there.topic, there.partition, there.record_offset))
                            ORDER BY id
                            """)
                    .map(RecordMapper.of(DeadLetter.class))
                    .list());
            handle.createUpdate("""
                            INSERT INTO public.dead_letter AS here
                                (id, topic, partition, record_offset, dead_letter_class, reason, received_at, outcome)
                            SELECT id, topic, partition, record_offset, dead_letter_class, reason, received_at, outcome
                            FROM shadow.dead_letter ORDER BY topic, partition, record_offset
                            ON CONFLICT (topic, partition, record_offset) DO UPDATE SET
                                dead_letter_class = EXCLUDED.dead_letter_class, reason = EXCLUDED.reason,
                                outcome = EXCLUDED.outcome,
                                redriven_at = CASE WHEN EXCLUDED.outcome IS NULL THEN here.redriven_at ELSE :now END
                                WHERE here.outcome IS NULL OR EXCLUDED.outcome IS NULL
                            """).bind("now", clock.instant()).execute();
        });
    }
}
